import { listEvaluations } from "@yuanbiao/db/queries/evaluation";
import { listReports } from "@yuanbiao/db/queries/report";
import { listSchemes } from "@yuanbiao/db/queries/scheme";
import { makeApp } from "@yuanbiao/server/app";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gather, type People } from "../fuzz/people.ts";
import { type Poisoned, poison } from "../fuzz/poison.ts";
import { fillStore } from "../fuzz/template.ts";
import { type Ask, readSources } from "../fuzz/world.ts";
import { type Browsing, browse } from "../support/browser.ts";

/** Each of them sets a mark in a page that takes it for code. */
const payloads = [
  '<img src="nowhere" onerror="window.taken=1">',
  "javascript:window.taken=1//",
  "<script>window.taken=1</script>",
  '"><svg onload="window.taken=1"></svg>',
  "{{constructor.constructor('window.taken=1')()}}",
];
/** What of them must be read on a page as it was written. */
const asText =
  /onerror="window\.taken|javascript:window\.taken|<script>window\.taken|<svg onload|constructor\.constructor/;

let browsing: Browsing;
let people: People;
let poisoned: Poisoned;
beforeAll(async () => {
  let instant = new Date("2023-01-20T02:00:00.000Z");
  browsing = await browse({ empty: true, clock: () => instant });
  const { context, store, folder } = browsing.served;
  await fillStore(store, folder, (next) => {
    instant = next;
  });
  const app = makeApp(context);
  const ask: Ask = async (address, init) => app.request(address, init);
  people = await gather(context);
  poisoned = await poison({ context, people, ask, sources: await readSources(context, people, ask) }, payloads);
  for (const account of ["clerk", "approver", "coordinator", "assessor", "leader"]) await rename(ask, account);
}, 300_000);
afterAll(() => browsing?.close());

async function rename(ask: Ask, account: string): Promise<void> {
  const headers = { ...(await people.headersOf("admin")), "content-type": "application/json", "if-match": "1" };
  const body = JSON.stringify({ name: payloads[0], office: payloads[3] });
  const { status } = await ask(`/api/accounts/${account}`, { method: "PATCH", headers, body });
  if (status !== 200) throw new Error(`${account}: ${status}`);
}

/** Everything that a page may have made of a text: elements, links, a mark. */
const made = (): { taken: boolean; elements: number; links: number; text: string } => ({
  taken: "taken" in window,
  elements: document.querySelectorAll('img[src="nowhere"], svg[onload], script:not([src])').length,
  links: [...document.querySelectorAll("a, area, iframe, form")].filter((one) =>
    ["href", "src", "action"].some((name) => /^\s*javascript:/i.test(one.getAttribute(name) ?? "")),
  ).length,
  text: document.body.innerText,
});

interface Visit {
  readonly who: string;
  readonly address: string;
}

/** Every page of the site, by somebody who reads what stands on it. */
async function pagesOf(): Promise<Visit[]> {
  const { store } = browsing.served;
  const now = { asOf: null };
  const by = (who: string, addresses: readonly string[]): Visit[] => addresses.map((address) => ({ who, address }));
  const runs = (await listEvaluations(store, now)).map(({ id }) => id);
  const shown = ["yx-2017", "yx-2018", "run-shown", "run-own"];
  const schemes = (await listSchemes(store, now))
    .map(({ code }) => code)
    .filter((code) => !/^(liuzhou|national)/.test(code));
  const reports = (await listReports(store, now))
    .map(({ id }) => id)
    .filter((id) => /^(F2|2026Q3)/.test(id))
    .slice(3, 9);
  const tracking = [
    "/",
    "/?view=table",
    "/areas",
    "/areas/yx-hitech",
    "/indicators",
    "/indicators/yx-output",
    "/targets",
  ];
  const target = ["/targets/YX-hitech-share", "/targets/YX-hitech-platform", "/targets/YX-river-platform"];
  return [
    ...by("leader", [...tracking, "/targets?view=table", "/tasks", ...target]),
    ...by("coordinator", [...target, "/reports", "/review", "/rounds", "/rounds/new", "/rounds/N1", "/rounds/2026Q4"]),
    ...by("coordinator", ["/letters", "/checks", "/account", ...reports.map((id) => `/reports/${id}`)]),
    ...by("clerk", ["/reports", "/reports/F2.yx-river", "/reports/2026Q3.yx-river", "/account"]),
    ...by("approver", ["/reports", "/reports/F1.yx-river", "/letters"]),
    ...by("verifier", ["/verification", "/reports/2026Q3.yx-lake"]),
    ...by("admin", ["/accounts", "/account"]),
    ...by("auditor", ["/audit"]),
    ...by("expert", ["/panels"]),
    ...by("assessor", ["/schemes", ...schemes.map((code) => `/schemes/${code}`), "/evaluations", "/panels"]),
    ...by(
      "assessor",
      runs.map((id) => `/evaluations/${id}`),
    ),
    ...by(
      "assessor",
      shown.map((id) => `/evaluations/${id}/areas/yx-hitech`),
    ),
    ...by(
      "approver",
      shown.map((id) => `/evaluations/${id}`),
    ),
  ];
}

describe("a text that looks like code", () => {
  it("is taken by every field that takes words", () => {
    expect([...poisoned.refused]).toEqual([]);
    expect(poisoned.written.size).toBeGreaterThan(80);
  });
  it("is read as text on every page, and runs nowhere", async () => {
    const visits = await pagesOf();
    const read: string[] = [];
    for (const who of new Set(visits.map((visit) => visit.who))) {
      const { cookie = "" } = await people.headersOf(who);
      const { page, complaints, close } = await browsing.open("/account", { cookie });
      page.on("dialog", (dialog) => complaints.push(`dialog ${dialog.message()}`));
      for (const { address } of visits.filter((visit) => visit.who === who)) {
        await page.goto(browsing.origin + address);
        const heading = page.locator("h1, [role=alert]").first();
        await heading.waitFor().catch(() => complaints.push("no heading"));
        await page.waitForLoadState("networkidle");
        const { text, ...found } = await page.evaluate(made);
        // That there is nothing at an address is no complaint about what runs.
        const told = complaints.filter((line) => !line.startsWith("Failed to load resource"));
        expect({ ...found, told }, `${who} ${address}`).toEqual({ taken: false, elements: 0, links: 0, told: [] });
        if (asText.test(text)) read.push(address);
      }
      await close();
    }
    console.log(`${read.length} pages show such texts`);
    expect(read.length).toBeGreaterThan(30);
  }, 600_000);
});
