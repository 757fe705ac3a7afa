import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "@yuanbiao/db/open";
import { demoParks } from "@yuanbiao/seeds/demo-places";
import { makeContext } from "@yuanbiao/server/assemble";
import { storePeople } from "@yuanbiao/server/demo/people";
import { pino } from "pino";
import { fileReports, type Ledger } from "../load/filing.ts";
import type { Installation } from "../load/place.ts";
import type { Prepared } from "../load/prepare.ts";
import { type Sending, sendUntilAnswered, type Target } from "../load/send.ts";
import { signIn } from "../support/signed-in.ts";

/** So many of each hundred read, file, assess, and sign in anew each time. A team that files is three people. */
const shares = { teams: 0.1, assessors: 0.02, arriving: 0.02 };
const indicators = ["yx-output", "yx-new-output"];
export const password = "Soak-2026-园标-clearly";

export interface People {
  readonly readers: readonly string[];
  /** Each with a park and a month of its own. */
  readonly teams: readonly (Prepared & { readonly park: number; readonly month: number })[];
  readonly assessors: readonly string[];
  /** Who signs in with the password. */
  readonly arriving: readonly string[];
}

export const countPeople = ({ readers, teams, assessors, arriving }: People): number =>
  readers.length + 3 * teams.length + assessors.length + arriving.length;

/** Gives so many people an account, and all but those who arrive a session. */
export async function inviteAll({ place, dataDir, secret }: Installation, users: number): Promise<People> {
  const store = await openStore(place);
  const clock = () => new Date();
  const context = makeContext({ store, clock, logger: pino({ level: "silent" }), dataDir, secret });
  const cookieOf = async (role: Parameters<typeof signIn>[1], area?: string) =>
    (await signIn(context, role, area === undefined ? {} : { areas: [area] })).cookie;
  const [teamCount, assessorCount, arrivingCount] = [shares.teams, shares.assessors, shares.arriving].map((share) =>
    Math.max(1, Math.round(share * users)),
  );
  const teams: People["teams"][number][] = [];
  for (let at = 0; at < Math.min(teamCount ?? 1, demoParks.length * 12); at += 1) {
    const park = at % demoParks.length;
    const area = demoParks[park] ?? "";
    const own = { area, clerk: await cookieOf("clerk", area), approver: await cookieOf("approver", area) };
    const coordinator = await cookieOf("coordinator");
    const cookies = { coordinator, assessor: coordinator, leader: coordinator };
    teams.push({ cookies, parks: [own], runs: [], park, month: Math.floor(at / demoParks.length) });
  }
  const assessors: string[] = [];
  for (let at = 0; at < (assessorCount ?? 1); at += 1) assessors.push(await cookieOf("assessor"));
  const arriving = Array.from({ length: arrivingCount ?? 1 }, (_, at) => `arriving-${at}`);
  const grant = { role: "leader" as const, areas: [], department: null };
  await storePeople(
    context,
    arriving.map((id) => ({ id, name: id, office: "", grant })),
    password,
  );
  const readers: string[] = [];
  const rest = users - 3 * teams.length - assessors.length - arriving.length;
  for (let at = 0; at < rest; at += 1) readers.push(await cookieOf(at % 2 === 0 ? "leader" : "expert"));
  await store.close();
  return { readers, teams, assessors, arriving };
}

/** The requests of each page that readers open: at once, as the page sends them. */
export function pagesOf(run: string): { readonly reading: string[][]; readonly assessing: string[][] } {
  const ofArea = demoParks.flatMap((area) => [
    [`/api/progress?area=${area}`, `/api/observations?area=${area}&limit=100`, "/api/areas"],
    ...indicators.map((indicator) => [`/api/series?area=${area}&indicator=${indicator}`, `/api/targets?area=${area}`]),
  ]);
  return {
    reading: [["/api/summary?city=yunxi", "/api/areas"], ["/api/summary?city=yunxi", "/api/progress"], ...ofArea],
    assessing: [
      ["/api/evaluations", `/api/evaluations/${run}`],
      [`/api/evaluations/${run}/results`, "/api/schemes"],
    ],
  };
}

export interface Life {
  readonly target: Target;
  readonly ledger: Ledger;
  readonly run: string;
  readonly random: () => number;
  readonly isOver: () => boolean;
  /** Milliseconds on average between two pages of somebody, and between two steps of a team. */
  readonly pause: number;
}

/** Lets everybody do what they do until it is over. */
export async function liveOn(people: People, life: Life): Promise<void> {
  const { target, ledger, run, random, isOver, pause } = life;
  const pages = pagesOf(run);
  const ended = new AbortController();
  setMaxListeners(0, ended.signal);
  const watching = (async () => {
    while (!isOver()) await sleep(500);
    ended.abort();
  })();
  /** Sleeps in one piece: five hundred who looked at the clock meanwhile would take the server's time. */
  const think = (share = 1): Promise<void> =>
    sleep(pause * share * (0.5 + random()), undefined, ended).catch(() => undefined);
  const look = (cookie: string, path: string) =>
    sendUntilAnswered(target, { method: "GET", path, cookie }, { isOver }).catch(() => undefined);
  const wander = async (cookie: string, choice: readonly string[][]): Promise<void> => {
    for (await think(2 * random()); !isOver(); await think()) {
      const page = choice[Math.floor(random() * choice.length)] ?? [];
      await Promise.all(page.map((path) => look(cookie, path)));
    }
  };
  const arrive = async (username: string): Promise<void> => {
    for (await think(2 * random()); !isOver(); await think(4)) {
      const cookie = await enter(target, username);
      if (cookie !== null) await look(cookie, "/api/summary?city=yunxi");
      if (cookie !== null) await sendUntilAnswered(target, { method: "POST", path: "/api/auth/sign-out", cookie });
    }
  };
  await Promise.all([
    watching,
    ...people.readers.map((cookie) => wander(cookie, pages.reading)),
    ...people.assessors.map((cookie) => wander(cookie, pages.assessing)),
    ...people.arriving.map(arrive),
    ...people.teams.map(async ({ park, month, ...prepared }, at) => {
      const filing = { target, prepared, ledger, park: 0, month, name: `t${at}-${park}` };
      // No two offices begin in the same minute.
      await think(8 * random());
      await fileReports({ ...filing, isOver, think: () => think(0.33) });
    }),
  ]);
}

/** Signs in with the password; the cookie, or null where it was not let in. */
export async function enter(target: Target, username: string): Promise<string | null> {
  const path = "/api/auth/sign-in/username";
  const sending: Sending = { method: "POST", path, cookie: "", body: { username, password } };
  const { status, headers } = await sendUntilAnswered(target, sending);
  return status === 200 ? (headers.getSetCookie()[0]?.split(";")[0] ?? null) : null;
}
