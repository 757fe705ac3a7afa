import { connect } from "node:net";
import fc from "fast-check";

const host = "Host: 127.0.0.1\r\n";
const json = "Content-Type: application/json\r\n";
const post = (headers: string, body: string): string =>
  `POST /api/auth/sign-in/username HTTP/1.1\r\n${host}${json}${headers}\r\n${body}`;

/** Bytes that are no good HTTP, or only just: each of them gets an answer of the server's or none, and never a fault. */
const wires: readonly string[] = [
  ...["", "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "hello\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00"],
  ...[
    `GET /api/health HTTP/1.1\r\n${host}x: ${"y".repeat(20_000)}\r\n\r\n`,
    `GET /${"a".repeat(40_000)} HTTP/1.1\r\n\r\n`,
  ],
  ...[`GET /api/health HTTP/1.1\r\n${"h: v\r\n".repeat(3000)}\r\n`, "GET /api/health HTTP/1.1\r\n\r\n"],
  ...["GET /api/health HTTP/1.1\r\nHost: evil.example\r\n\r\n", `GET /api/health HTTP/1.1\r\n${host}${host}\r\n`],
  ...[`GET /api/areas/%ff%fe HTTP/1.1\r\n${host}\r\n`, `GET /api/areas/%00 HTTP/1.1\r\n${host}\r\n`],
  ...[`GET /api/areas/%zz HTTP/1.1\r\n${host}\r\n`, `GET /api/../../etc/passwd HTTP/1.1\r\n${host}\r\n`],
  ...[`GET /assets/..%2f..%2fpackage.json HTTP/1.1\r\n${host}\r\n`, `GET //evil.example/x HTTP/1.1\r\n${host}\r\n`],
  ...[`GET http://evil.example/api/health HTTP/1.1\r\n${host}\r\n`, `OPTIONS * HTTP/1.1\r\n${host}\r\n`],
  ...[`TRACE /api/health HTTP/1.1\r\n${host}\r\n`, `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`],
  ...[`FOO /api/health HTTP/1.1\r\n${host}\r\n`, `HEAD /api/health HTTP/1.1\r\n${host}\r\n`],
  ...[post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), post("Content-Length: -1\r\n", "{}")],
  ...[post("Content-Length: 5\r\nContent-Length: 6\r\n", "{}"), post("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n")],
  ...[post("Content-Length: 100\r\n", "{}"), post("Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n")],
  ...[post("Content-Length: 9999999999\r\n", "{"), post("Expect: 100-continue\r\nContent-Length: 2\r\n", "{}")],
  ...[`GET /api/health HTTP/1.1\r\n${host}Cookie: yuanbiao_session=${"%".repeat(3000)}\r\n\r\n`],
  ...[`GET /api/areas HTTP/1.1\r\n${host}Authorization: Bearer yb_\xff\xfe\r\n\r\n`],
  ...[`GET /api/health HTTP/1.1\r\n${host}Connection: upgrade\r\nUpgrade: websocket\r\n\r\n`],
  ...[`GET /api/health HTTP/1.1\r\n${host} folded: x\r\n\r\n`, `GET /api/health HTTP/1.1\r\n${host}a\x00b: c\r\n\r\n`],
  ...[`GET /api/health HTTP/1.1\r\n${host}\r\nGET /api/areas HTTP/1.1\r\n${host}\r\n`],
];

/** Such bytes, some with a few of them changed. */
export const wire: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.constantFrom(...wires), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }))
  .map(([text, changes]) => {
    const bytes = new Uint8Array(Buffer.from(text, "latin1"));
    for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return bytes;
  });

const patience = 300;

/** Everything that the server says to some bytes until it ends, or says nothing more. */
export function speak(port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const said: Buffer[] = [];
    const socket = connect(port, "127.0.0.1");
    const finish = (): void => {
      socket.destroy();
      resolve(Buffer.concat(said).toString("latin1"));
    };
    socket.setTimeout(patience, finish);
    socket.on("data", (data) => {
      said.push(data);
      socket.setTimeout(30, finish);
    });
    socket.on("error", finish);
    socket.on("close", finish);
    socket.write(bytes);
  });
}

/** The statuses of the answers in what was said. */
export const statusesOf = (said: string): number[] =>
  [...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
