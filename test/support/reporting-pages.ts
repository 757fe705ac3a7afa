import type { Page } from "playwright-core";
import { type Browsing, browse, type OpenOptions, type Watched } from "./browser.ts";
import type { SignedIn } from "./served.ts";

const roles = ["clerk", "colleague", "approver", "office", "verifier", "leader"] as const;
type Role = (typeof roles)[number];

/** A browser before a server with a year's round for two areas, and everybody who works on its reports. */
export interface ReportingPages {
  readonly browsing: Browsing;
  /** Anew after each day that passes: sessions end. */
  people: Readonly<Record<Role, SignedIn>>;
  passTo(day: string): Promise<void>;
  openAs(who: Role, address: string, options?: OpenOptions): Promise<Watched>;
  close(): Promise<void>;
}

export const report = "2025A.liuzhou";
export const other = "2025A.liudong";
export const asked = [
  { indicator: "sei-share-above-scale", caliber: "den-above-scale" },
  { indicator: "sei-output", caliber: "citywide" },
  { indicator: "four-new-output", caliber: "citywide" },
];
const round = {
  ...{ code: "2025A", name: "2025年年报", nameEn: "Annual report 2025", city: "liuzhou", period: "2025", lines: asked },
  ...{ areas: ["liuzhou", "liudong"], opensOn: "2026-04-01", dueOn: "2026-04-09", stage: "annual", class: "public" },
  ...{ instructions: "按年报口径填报", instructionsEn: "By the annual system" },
};
const check = { nameEn: null, active: true, note: null, noteEn: null, indicators: [] };
const term = (indicator: string) => ({ indicator, moment: "this", coefficient: "1", unitFactor: null });
const checks = [
  {
    ...{ ...check, code: "swing", name: "同比波动", nameEn: "Swing", severity: "soft" },
    rule: { kind: "swing", against: "same-period", percent: "30" },
  },
  {
    ...{ ...check, code: "part", name: "部分不超过总体", nameEn: "Part of a whole", severity: "hard" },
    rule: { kind: "relation", left: [term("four-new-output")], comparator: "<=", right: [term("sei-output")] },
  },
];

async function signInAll({ served }: Browsing): Promise<ReportingPages["people"]> {
  return {
    clerk: await served.as("clerk", { areas: ["liuzhou", "liudong"] }),
    colleague: await served.as("clerk", { areas: ["liuzhou"] }),
    approver: await served.as("approver", { areas: ["liuzhou"] }),
    office: await served.as("coordinator"),
    verifier: await served.as("verifier", { department: "lz-statistics" }),
    leader: await served.as("leader"),
  };
}

/** The round is there as a draft, with two checks: one that asks, one that blocks. */
export async function openReportingPages(): Promise<ReportingPages> {
  let instant = new Date("2026-04-08T02:00:00.000Z");
  const browsing = await browse({ clock: () => instant });
  const pages: ReportingPages = {
    browsing,
    people: await signInAll(browsing),
    async passTo(day) {
      instant = new Date(`${day}T02:00:00.000Z`);
      pages.people = await signInAll(browsing);
    },
    openAs: (who, address, options = {}) => browsing.open(address, { ...options, cookie: pages.people[who].cookie }),
    close: () => browsing.close(),
  };
  for (const one of checks) await mustSend(pages, "/api/checks", one);
  await mustSend(pages, "/api/rounds", round);
  return pages;
}

async function mustSend({ people }: ReportingPages, address: string, body: object): Promise<void> {
  const response = await people.office.send("POST", address, body);
  if (response.status !== 200) throw new Error(`${address}: ${response.status} ${await response.text()}`);
}

export const field = (page: Page, indicator: string) => page.locator(`[id="value-${indicator}"]`);
export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
export const inDialog = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
export const sentence = (page: Page, words: string) =>
  page.getByRole("heading", { level: 1 }).filter({ hasText: words }).waitFor();
export const saved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
