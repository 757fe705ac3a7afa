import type { AccountRole } from "@yuanbiao/core/access";
import { clearanceOf } from "@yuanbiao/core/access";
import { commit, type Statement } from "@yuanbiao/db/commit";
import type { Footprint } from "@yuanbiao/db/footprint";
import { listBridges } from "@yuanbiao/db/queries/caliber";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listTargets } from "@yuanbiao/db/queries/target";
import { planVersions } from "@yuanbiao/db/revise";
import { makeApp } from "@yuanbiao/server/app";
import { makeContext } from "@yuanbiao/server/assemble";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nounAddresses } from "./support/addresses.ts";
import { listenOnLoopback, type Served, serve } from "./support/served.ts";

const addresses = [
  ...nounAddresses,
  "/api/areas/liuzhou",
  "/api/targets?area=liuzhou",
  "/api/targets/T01",
  "/api/observations",
  "/api/observations?area=liuzhou",
  "/api/observations/A021/versions",
  "/api/progress",
  "/api/progress?area=liuzhou",
  "/api/progress?area=liuzhou&publishedBy=2023-06-30",
  "/api/series?area=liuzhou&indicator=sei-share",
  "/api/summary",
  "/api/summary?city=liuzhou&since=2022-06-30",
];
const all = { asOf: null, publishedBy: null };
const reason = { reason: "other" as const, note: null };

let served: Served;
let server: Awaited<ReturnType<typeof listenOnLoopback>>;
const footprints = new Map<string, Footprint>();
const known = new Map<string, Footprint>();
const footprintOf = (address: string): Footprint => known.get(address) ?? new Map();
beforeAll(async () => {
  served = await serve();
  server = await listenOnLoopback(served);
  served.context.hot.onKeep((key, { footprint }) => {
    const address = key.split(" ").at(-1) ?? "";
    for (const made of [footprints, known]) made.set(address, footprint);
  });
});
afterAll(async () => {
  await server.close();
  await served.close();
});

const kept = async (address: string): Promise<unknown> => (await server.reader.ask(address)).json();
/** The same server on the same store, which has answered nobody yet. */
const freshApp = () => {
  const { store, context } = served;
  return makeApp(
    makeContext({ store, clock: context.clock, logger: pino({ level: "silent" }), secret: context.secret }),
  );
};
const fresh = async (address: string, cookie = served.cookie): Promise<unknown> =>
  (await freshApp().request(address, { headers: { cookie } })).json();
const write = async (statements: readonly Statement[]): Promise<void> => {
  const entryOf = (area: string) => ({ area, action: "test", subject: null, detail: {} });
  const audit = [entryOf("liuzhou"), entryOf("liuzhou-hitech")] as const;
  expect(await commit(served.store, { actor: "test", statements, audit })).toMatchObject({ ok: true });
};

describe("what is kept", () => {
  it("rests on tracked tables alone, and the narrow ones on the areas that they are asked about", async () => {
    for (const address of addresses) await kept(address);
    // Who has a part in which round is different for each who asks.
    expect(addresses.filter((address) => !footprints.has(address))).toEqual(["/api/documents"]);
    const areasOf = (address: string, table: string) => [...(footprints.get(address)?.get(table) ?? [])];
    expect(areasOf("/api/areas/liuzhou", "target")).toEqual(["liuzhou"]);
    expect(areasOf("/api/observations?area=liuzhou", "observation")).toEqual(["liuzhou"]);
    for (const address of addresses.slice(-4, -2)) expect(areasOf(address, "observation")).toContain("liuzhou");
    expect(footprints.get("/api/summary")?.get("observation")).toBe("all");
  });

  const revisedFigure = async (area: string, value: string): Promise<Statement[]> => {
    const figures = await listObservations(served.store, all, { areas: [area] });
    const figure = figures.find((one) => one.value !== null && one.value !== value);
    if (figure === undefined) throw new Error(`no figure of ${area}`);
    return [...planVersions("observation", { current: [figure], incoming: [{ ...figure, value }] }, reason).statements];
  };
  const revisedTarget = async (): Promise<Statement[]> => {
    const [target] = (await listTargets(served.store, all, { areas: ["liuzhou"] })).filter(
      ({ value }) => value !== null,
    );
    if (target === undefined) throw new Error("no target");
    const raised = { ...target, value: String(Number(target.value) * 2) };
    return [...planVersions("target", { current: [target], incoming: [raised] }, reason).statements];
  };
  const otherVerdict = async (): Promise<Statement[]> => {
    const [bridge] = await listBridges(served.store, all);
    if (bridge === undefined) throw new Error("no bridge");
    const other = { ...bridge, verdict: bridge.verdict === "assumed" ? ("confirmed" as const) : ("assumed" as const) };
    return [...planVersions("bridge", { current: [bridge], incoming: [other] }, reason).statements];
  };
  const renamedArea = async (): Promise<Statement[]> => {
    const area = (await served.context.registries.at(null)).areas.get("liuzhou");
    if (area === undefined) throw new Error("no area");
    return [
      ...planVersions("area", { current: [area], incoming: [{ ...area, name: "柳州（改）" }] }, reason).statements,
    ];
  };

  it.each([
    ["a figure of the area", () => revisedFigure("liuzhou", "12.5")],
    ["a figure of a park", () => revisedFigure("liuzhou-hitech", "7.5")],
    ["a target", revisedTarget],
    ["a bridge", otherVerdict],
    ["the name of an area", renamedArea],
  ] as const)("says after a change of %s what a server says that was asked nothing before", async (_what, plan) => {
    for (const address of addresses) await kept(address);
    const before = JSON.stringify(await Promise.all(addresses.map(kept)));
    await write(await plan());
    for (const address of addresses) expect([address, await kept(address)]).toEqual([address, await fresh(address)]);
    expect(JSON.stringify(await Promise.all(addresses.map(kept)))).not.toBe(before);
  });

  it("does not wait for the documents of others", async () => {
    for (const address of addresses) await kept(address);
    const [one] = (await served.context.registries.at(null)).documents.values();
    if (one === undefined) throw new Error("no document");
    footprints.clear();
    const added = { ...one, code: "round-of-others" };
    await write(planVersions("document", { current: [], incoming: [added] }, reason).statements);
    for (const address of addresses) expect([address, await kept(address)]).toEqual([address, await fresh(address)]);
    expect([...footprints.keys()]).toEqual([]);
    const [named = ""] = [...(footprintOf("/api/targets/T01").get("document") ?? [])];
    const cited = (await served.context.registries.at(null)).documents.get(named);
    if (cited === undefined) throw new Error("T01 cites nothing");
    const renamed = { ...cited, name: `${cited.name}（修订）` };
    await write(planVersions("document", { current: [cited], incoming: [renamed] }, reason).statements);
    for (const address of addresses) expect([address, await kept(address)]).toEqual([address, await fresh(address)]);
    expect([...footprints.keys()]).toContain("/api/targets/T01");
  });

  it("is made again only where something of it has changed", async () => {
    for (const address of addresses) await kept(address);
    footprints.clear();
    await write(await revisedFigure("liuzhou-hitech", "8.5"));
    for (const address of addresses) await kept(address);
    expect([...footprints.keys()]).toContain("/api/summary");
    for (const untouched of ["/api/areas", "/api/targets", "/api/observations?area=liuzhou", "/api/tasks"]) {
      expect([...footprints.keys()]).not.toContain(untouched);
    }
  });

  it("is the same for everybody who may see as much", async () => {
    const roles: AccountRole[] = ["clerk", "approver", "verifier", "coordinator", "assessor", "expert", "leader"];
    const people = await Promise.all(
      roles.flatMap((role) =>
        ["liuzhou-hitech", "liudong"].map(async (area) => {
          const isOfPark = role === "clerk" || role === "approver";
          const { cookie } = await served.as(role, isOfPark ? { areas: [area] } : {});
          return {
            role,
            cookie,
            clearance: clearanceOf({
              account: "",
              name: "",
              keyScope: null,
              keyId: null,
              grants: [{ role, areas: [], department: null }],
            }),
          };
        }),
      ),
    );
    for (const address of addresses.filter((one) => one !== "/api/documents")) {
      const seen = new Map<string, string>();
      for (const { cookie, clearance } of people) {
        const answer = JSON.stringify(await fresh(address, cookie));
        expect(`${address} ${answer}`).toBe(`${address} ${seen.get(clearance) ?? answer}`);
        seen.set(clearance, answer);
      }
    }
  }, 60_000);
});
