import type { Observation } from "@yuanbiao/core/observation";
import { commit } from "@yuanbiao/db/commit";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { planVersions } from "@yuanbiao/db/revise";
import { ObservationList, ObservationVersions } from "@yuanbiao/server/observation/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describedRoutes } from "./support/description.ts";
import { type Asking, listenOnLoopback, type Served, serve } from "./support/served.ts";

/** Figures of the two higher classes, where every list and every page would show them. */
const secrets = { internal: ["secret-internal", "77.123401"], restricted: ["secret-restricted", "77.123402"] } as const;

let served: Served;
let server: Awaited<ReturnType<typeof listenOnLoopback>>;
beforeAll(async () => {
  served = await serve();
  server = await listenOnLoopback(served);
  const cut = { asOf: null, publishedBy: null };
  const [model] = await listObservations(served.store, cut, { ids: ["A021"] });
  if (model === undefined) throw new Error("no figure to copy");
  const copies = Object.entries(secrets).map(([name, [id, value]]): Observation => {
    const figureClass = name === "internal" ? "internal" : "restricted";
    return { ...model, id, value, class: figureClass, period: "2023", publishedOn: null };
  });
  const change = { reason: "other", note: null } as const;
  const { statements } = planVersions("observation", { current: [], incoming: copies }, change);
  const audit = { area: model.area, action: "test", subject: null, detail: {} };
  await commit(served.store, { actor: "test", role: null, address: null, statements, audit: [audit] });
});
afterAll(async () => {
  await server.close();
  await served.close();
});

const readers = [
  ["clerk", []],
  ["admin", []],
  ["expert", []],
  ["verifier", ["internal"]],
  ["leader", ["internal"]],
  ["coordinator", ["internal", "restricted"]],
] as const;

describe("figures above a reader's class", () => {
  it.each(readers)("are in no answer to a %s, from the routes or from what is kept", async (role, seen) => {
    const asker = await served.as(role, { areas: role === "clerk" ? ["liuzhou"] : [] });
    const routes = (await describedRoutes(served)).filter(
      ({ method, right }) => method === "GET" && right === "tracking.read",
    );
    expect(routes.length).toBeGreaterThan(12);
    const found = new Set<string>();
    for (const { path } of routes) {
      const address = path
        .replace("{code}", "liuzhou")
        .replace("{id}", path.startsWith("/api/targets") ? "T01" : "A021");
      for (const query of [
        "",
        "?area=liuzhou&indicator=sei-share-above-scale",
        "?publishedBy=2026-01-01",
        "?since=2020-01-01",
      ]) {
        for (const round of [1, 2]) {
          const headers = { cookie: asker.cookie, "accept-encoding": "identity" };
          const response = await fetch(server.origin + address + query, { headers });
          const text = await response.text();
          expect([200, 400], `${address}${query} ${round}`).toContain(response.status);
          for (const [name, [id, value]] of Object.entries(secrets)) {
            if (text.includes(id) || text.includes(value)) found.add(name);
          }
        }
      }
    }
    expect([...found].toSorted()).toEqual([...seen]);
    for (const [name, [id]] of Object.entries(secrets)) {
      const isSeen = seen.some((one) => one === name);
      expect((await asker.ask(`/api/observations/${id}/versions`)).status, id).toBe(isSeen ? 200 : 404);
    }
  });
  it("are not counted among the undated ones either", async () => {
    const count = async (role: "clerk" | "coordinator") => {
      const asker = await served.as(role);
      const list = await asker.read(
        "/api/observations?area=liuzhou&indicator=sei-share-above-scale&publishedBy=2026-01-01",
      );
      return typeof list === "object" && list !== null ? Number(Reflect.get(list, "undated")) : Number.NaN;
    };
    expect((await count("coordinator")) - (await count("clerk"))).toBe(2);
  });
});

describe("who recorded a figure", () => {
  const address = "/api/observations/A021/versions";
  const namesFor = async (asker: Asking) =>
    ObservationVersions.parse(await asker.read(address)).items.map(({ recordedBy }) => recordedBy);
  it("is named to those who read internal figures, and to nobody else, kept answers included", async () => {
    const inside = await namesFor(await served.as("leader"));
    expect(inside.length).toBeGreaterThan(0);
    expect(inside).not.toContain(null);
    for (const role of ["clerk", "expert", "auditor"] as const) {
      expect(await namesFor(await served.as(role)), role).toEqual(inside.map(() => null));
    }
    expect((await served.signedOut.ask(address)).status).toBe(401);
  });
});

describe("an aggregate over two enterprises", () => {
  it("is withheld from all who may not see enterprises, and says so; the office sees it", async () => {
    const cut = { asOf: null, publishedBy: null };
    const [model] = await listObservations(served.store, cut, { ids: ["A021"] });
    if (model === undefined) throw new Error("no figure to copy");
    const few: Observation = { ...model, id: "of-two", value: "66.123403", period: "2022", enterprises: 2 };
    const three: Observation = { ...model, id: "of-three", value: "55.5", period: "2021", enterprises: 3 };
    const change = { reason: "other", note: null } as const;
    const { statements } = planVersions("observation", { current: [], incoming: [few, three] }, change);
    const audit = { area: model.area, action: "test", subject: null, detail: {} };
    await commit(served.store, { actor: "test", statements, audit: [audit] });
    const address = `/api/observations?area=${model.area}&indicator=${model.indicator}`;
    const read = async (role: "leader" | "clerk" | "coordinator") => {
      const { items } = ObservationList.parse(await (await served.as(role)).read(address));
      return items
        .filter(({ id }) => id.startsWith("of-"))
        .map(({ value, state, suppressed }) => ({ value, state, suppressed }));
    };
    const open = { value: "55.5", state: "value", suppressed: false };
    for (const role of ["leader", "clerk"] as const) {
      expect(await read(role)).toEqual([open, { value: null, state: "not-computable", suppressed: true }]);
    }
    expect(await read("coordinator")).toEqual([open, { value: "66.123403", state: "value", suppressed: false }]);
    const summary = await (await served.as("leader")).ask("/api/summary?since=2020-01-01");
    expect(await summary.text()).not.toContain("66.123403");
  });
});
