import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { fetchLater } from "./later.ts";

let server: Server | undefined;
afterEach(() => server?.close());

/** A server that answers in this way; its address. */
async function serve(answer: RequestListener): Promise<string> {
  const made = createServer(answer);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  const address = made.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

describe("what may take long", () => {
  it("is the answer itself where the server does not put it off", async () => {
    const origin = await serve((request, response) => response.end(String(request.headers["prefer"])));
    expect(await (await fetchLater(`${origin}/paper`)).text()).toBe("respond-async");
  });

  it("is looked for until it is done, also while the server is exchanged, and keeps its status", async () => {
    const states = ["queued", "away", "running", "done"];
    const asked: string[] = [];
    const origin = await serve((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.method === "POST") {
        response.writeHead(202, { location: `http://${request.headers.host}/api/jobs/1` }).end("{}");
      } else if (request.url === "/api/jobs/1/answer") {
        response.writeHead(422, { "content-type": "application/problem+json" }).end('{"code":"refused"}');
      } else {
        const state = states.shift();
        if (state === "away") response.writeHead(502).end();
        else response.end(JSON.stringify({ state }));
      }
    });
    const answer = await fetchLater(`${origin}/seal`, { method: "POST", body: "{}" });
    expect([answer.status, await answer.text()]).toEqual([422, '{"code":"refused"}']);
    expect(asked).toEqual(["POST /seal", ...Array(4).fill("GET /api/jobs/1"), "GET /api/jobs/1/answer"]);
  });

  it("that is no more there is refused as it is", async () => {
    const origin = await serve((request, response) => {
      if (request.url === "/paper") response.writeHead(202, { location: `http://${request.headers.host}/api/jobs/1` });
      else response.writeHead(404);
      response.end();
    });
    expect((await fetchLater(`${origin}/paper`)).status).toBe(404);
  });
});
