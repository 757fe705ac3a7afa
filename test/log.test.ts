import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listenOnLoopback, type Served, serve } from "./support/served.ts";

const lines: string[] = [];
let served: Served;
let server: Awaited<ReturnType<typeof listenOnLoopback>>;
beforeAll(async () => {
  served = await serve({ logger: pino({ base: null }, { write: (line: string) => lines.push(line) }) });
  server = await listenOnLoopback(served);
});
afterAll(async () => {
  await server.close();
  await served.close();
});

it("the log follows a request, and names no person, no secret and nothing that was sent", async () => {
  const admin = await served.as("admin", { account: "zhang.san" });
  const clerk = await served.as("clerk", { account: "li.si", areas: ["liuzhou"] });
  await clerk.read("/api/summary?city=liuzhou");
  await fetch(`${server.origin}/api/summary?city=liuzhou`, { headers: { cookie: clerk.cookie } });
  await admin.send("POST", "/api/accounts/li.si/unlock", {});
  await served.signedOut.send("POST", "/api/auth/sign-in/username", { username: "wang.wu", password: "Secret-1234" });
  await clerk.send("POST", "/api/reports/nothing/comments", { comment: "电话 13800000000" });
  const text = lines.join("");
  for (const word of ["zhang.san", "li.si", "wang.wu", "Secret", "13800000000", "cookie", clerk.cookie.slice(20, 40)]) {
    expect(text).not.toContain(word);
  }
  const asked = lines.map((line): unknown => JSON.parse(line));
  expect(asked).toContainEqual(expect.objectContaining({ path: "/api/accounts/:account/unlock", method: "POST" }));
  const summaries = asked.filter((line) => String(Reflect.get(Object(line), "path")) === "/api/summary");
  expect(summaries).toHaveLength(2);
  // Both ways of answering mark the same account alike.
  expect(new Set(summaries.map((line) => Reflect.get(Object(line), "account"))).size).toBe(1);
  expect(String(Reflect.get(Object(summaries[0]), "account"))).toMatch(/^[0-9a-f]{10}$/);
});
