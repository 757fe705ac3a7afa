import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Installation, install } from "../load/place.ts";
import type { ServerProcess } from "../load/process.ts";
import { type Fault, faultOf } from "../load/settle.ts";
import { quantile } from "../soak/measure.ts";

export interface Crowd {
  /** Sockets that send a byte a second, or read nothing. */
  readonly slow: number;
  readonly connections: number;
}

export interface Crowded extends Crowd {
  /** Requests of others while the slow ones were there. */
  readonly answered: number;
  /** The median of others with the slow ones there, as a multiple of that without them. */
  readonly slowdown: number;
  /** Megabytes that the server took more. */
  readonly grown: number;
  /** Slow senders that the server has parted from; null where it was not waited for. */
  readonly parted: number | null;
  readonly answeredAtOnce: number;
  readonly faults: readonly Fault[];
}

const others = 100;
const mostMegabytes = 300;
const partMilliseconds = 40_000;
const large = "/api/observations?limit=1000";
const plain = "/api/summary?city=yunxi";

/** Many who are slow, and many at once, at one server's door: others are answered all the same. */
export async function crowd(wanted: Crowd & { readonly waits: boolean }): Promise<Crowded> {
  const installation = await install({ engine: "sqlite", runs: 0 });
  const server = await installation.start();
  const sockets: Socket[] = [];
  try {
    return await crowdServer(wanted, { installation, server, sockets });
  } finally {
    for (const socket of sockets) socket.destroy();
    await server.kill();
    await installation.remove();
  }
}

interface Door {
  readonly installation: Installation;
  readonly server: ServerProcess;
  readonly sockets: Socket[];
}

async function crowdServer(wanted: Crowd & { waits: boolean }, door: Door): Promise<Crowded> {
  const { slow, connections, waits } = wanted;
  const { server, installation } = door;
  const cookie = installation.prepared.cookies.leader;
  const faults: Fault[] = [];
  const broken = (what: string): void => void faults.push(faultOf("broken", what));
  const ask = async (): Promise<number> => {
    const begin = performance.now();
    const response = await fetch(server.origin + plain, { headers: { cookie } });
    await response.arrayBuffer();
    if (response.status !== 200) broken(`${plain}: ${response.status}`);
    return performance.now() - begin;
  };
  const many = async (): Promise<number[]> => {
    const times: number[] = [];
    for (let turn = 0; turn < others; turn += 1) times.push(await ask());
    return times;
  };
  await many();
  const [quiet, before] = [await many(), residentOf(server)];
  const senders = await dripAll(door, Math.ceil((slow * 3) / 4), cookie);
  await gapeAll(door, Math.floor(slow / 4), cookie);
  const busy = await many();
  const parted = waits ? await partedOf(senders) : null;
  if (parted !== null && parted < senders.length) broken(`${senders.length - parted} slow senders were kept`);
  const atOnce = await askAtOnce(server, connections, cookie);
  const wrong = atOnce.filter((status) => status !== 200);
  if (wrong.length > 0) broken(`${wrong.length} of ${connections} at once were not answered: ${wrong[0]}`);
  const grown = Math.round(residentOf(server) - before);
  if (grown > mostMegabytes) broken(`the server has grown by ${grown} MB`);
  const slowdown = Number((quantile(busy, 0.5) / quantile(quiet, 0.5)).toFixed(2));
  const answeredAtOnce = atOnce.length - wrong.length;
  return { slow, connections, answered: busy.length, slowdown, grown, parted, answeredAtOnce, faults };
}

function residentOf({ child }: ServerProcess): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
  return Number(kibibytes) / 1024;
}

async function open({ server, sockets }: Door): Promise<Socket> {
  const { hostname, port } = new URL(server.origin);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

/** Sockets that send the head, or the body, of a request a byte a second. */
async function dripAll(door: Door, count: number, cookie: string): Promise<Socket[]> {
  const head = `POST /api/rounds HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\n`;
  const body = `${head}content-type: application/json\r\ncontent-length: 100000\r\n\r\n{`;
  const made: Socket[] = [];
  for (let at = 0; at < count; at += 1) {
    const socket = await open(door);
    const isOfHead = at % 4 !== 0;
    if (!isOfHead) socket.write(body);
    let sent = 0;
    const drip = setInterval(() => {
      if (socket.destroyed || socket.writableEnded) return clearInterval(drip);
      socket.write(isOfHead ? (head[sent] ?? "x") : " ");
      sent += 1;
      return undefined;
    }, 1000);
    socket.on("close", () => clearInterval(drip));
    socket.resume();
    if (isOfHead) made.push(socket);
  }
  return made;
}

/** Sockets that ask for much, again and again, and read nothing of it. */
async function gapeAll(door: Door, count: number, cookie: string): Promise<void> {
  const head = `GET ${large} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\n\r\n`;
  for (let at = 0; at < count; at += 1) {
    const socket = await open(door);
    socket.pause();
    socket.write(head.repeat(20));
  }
}

async function partedOf(senders: readonly Socket[]): Promise<number> {
  const end = performance.now() + partMilliseconds;
  const count = (): number => senders.filter(({ destroyed, readableEnded }) => destroyed || readableEnded).length;
  while (count() < senders.length && performance.now() < end) await sleep(500);
  return count();
}

/** Everybody with a connection of their own, at the same moment; the statuses, 0 where there was no answer. */
async function askAtOnce({ origin }: ServerProcess, count: number, cookie: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  const one = () =>
    new Promise<number>((resolve) => {
      const sent = request(origin + plain, { agent, headers: { cookie } }, (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      });
      sent.on("error", () => resolve(0));
      sent.end();
    });
  return Promise.all(Array.from({ length: count }, one));
}
