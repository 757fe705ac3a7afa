import { loadDemo } from "@yuanbiao/seeds/demo";
import { demoParks } from "@yuanbiao/seeds/demo-places";
import { loadShippedSchemes } from "@yuanbiao/seeds/shipped-schemes";
import { settleScheme } from "@yuanbiao/server/demo/settle";
import { EvaluationView } from "@yuanbiao/server/evaluation/shape";
import { PanelList } from "@yuanbiao/server/panel/shape";
import { SchemeView } from "@yuanbiao/server/scheme/shape";
import { good } from "./reporting.ts";
import { type Served, type ServeOptions, type SignedIn, serve } from "./served.ts";

/** Who takes part in an assessment of the made-up city. */
export interface AssessingPeople {
  readonly assessor: SignedIn;
  readonly coordinator: SignedIn;
  readonly leader: SignedIn;
  readonly clerk: SignedIn;
  readonly approver: SignedIn;
  /** Of another park. */
  readonly stranger: SignedIn;
  readonly verifier: SignedIn;
  readonly experts: readonly SignedIn[];
}

/** The made-up city with its figures and yearly targets of 2017, everybody, and a clock that is moved by hand. */
export interface Hall {
  readonly served: Served;
  people: AssessingPeople;
  passTo(day: string): Promise<void>;
  passSeconds(seconds: number): void;
  close(): Promise<void>;
}

export async function signInAll(served: Served): Promise<AssessingPeople> {
  return {
    assessor: await served.as("assessor"),
    coordinator: await served.as("coordinator"),
    leader: await served.as("leader"),
    clerk: await served.as("clerk", { areas: ["yx-hitech"] }),
    approver: await served.as("approver", { areas: ["yx-hitech"] }),
    stranger: await served.as("approver", { areas: ["yx-river"] }),
    verifier: await served.as("verifier", { department: "yx-sti" }),
    experts: [await served.as("expert"), await served.as("expert"), await served.as("expert")],
  };
}

export async function openHall(options: ServeOptions = {}, day = "2026-11-02"): Promise<Hall> {
  let instant = new Date(`${day}T02:00:00.000Z`);
  const served = await serve({ ...options, empty: true, clock: () => instant });
  await loadDemo(served.store, { firstYear: 2023, dueYear: 2027, quartersEnded: 15 });
  await loadShippedSchemes(served.store);
  const hall: Hall = {
    served,
    people: await signInAll(served),
    async passTo(next) {
      instant = new Date(`${next}T02:00:00.000Z`);
      hall.people = await signInAll(served);
    },
    passSeconds(seconds) {
      instant = new Date(instant.getTime() + seconds * 1000);
    },
    close: () => served.close(),
  };
  return hall;
}

export const match = (version: number): Record<string, string> => ({ "if-match": String(version) });
export const sample = "liuzhou-zone-2018";

/** Drafts a scheme of 2018 from the shipped sample, settles what is 待核, and publishes it. */
export async function publishScheme({ people: { assessor } }: Pick<Hall, "people">, code: string): Promise<SchemeView> {
  const body = { code, from: sample, name: "2018年考核方案", evaluationYear: 2018, dataYear: 2017 };
  const draft = await good(SchemeView, assessor.send("POST", "/api/schemes", body));
  const scheme = { ...settleScheme(draft.scheme), name: body.name };
  const at = `/api/schemes/${code}`;
  const saved = await good(SchemeView, assessor.send("PUT", at, { scheme }, match(draft.version)));
  return good(SchemeView, assessor.send("POST", `${at}/publish`, {}, match(saved.version)));
}

export const members = demoParks.map((area) => ({ area, type: "park" }));

export async function readRun({ people: { assessor } }: Pick<Hall, "people">, id: string): Promise<EvaluationView> {
  return EvaluationView.parse(await assessor.read(`/api/evaluations/${id}`));
}

export async function moveRun(
  hall: Pick<Hall, "people">,
  id: string,
  stage: string,
  more: object = {},
): Promise<EvaluationView> {
  const { version } = await readRun(hall, id);
  const sent = hall.people.assessor.send("POST", `/api/evaluations/${id}/stage`, { stage, ...more }, match(version));
  return good(EvaluationView, sent);
}

/** Three experts give every park 85, 90 and 95 out of 100: 18 of 20 each. */
export async function judgeAll({ people }: Pick<Hall, "people">, id: string): Promise<void> {
  const at = `/api/panels/${id}/talent`;
  const judges = people.experts.map(({ account }) => account);
  await good(PanelList, people.assessor.send("PUT", at, { judges, open: true }, match(0)));
  for (const [index, expert] of people.experts.entries()) {
    for (const { area } of members) {
      const score = String(85 + 5 * index);
      await good(PanelList, expert.send("PUT", `${at}/scores/${area}`, { score }, match(0)));
    }
  }
}

/** An assessment of 2018 that stands at 反馈核对, ready to be sealed. */
export async function readyRun(hall: Pick<Hall, "people">, id: string, scheme: string): Promise<EvaluationView> {
  const body = { id, name: "2018年度考核", city: "yunxi", scheme, members };
  await good(EvaluationView, hall.people.assessor.send("POST", "/api/evaluations", body));
  await judgeAll(hall, id);
  return moveRun(hall, id, "feedback");
}

export async function sealRun(hall: Hall, id: string): Promise<EvaluationView> {
  const { version } = await readRun(hall, id);
  return good(EvaluationView, hall.people.assessor.send("POST", `/api/evaluations/${id}/seal`, {}, match(version)));
}

export async function announceRun(hall: Hall, id: string, objectionsUntil: string): Promise<EvaluationView> {
  const { version } = await readRun(hall, id);
  const sent = hall.people.assessor.send("POST", `/api/evaluations/${id}/publish`, { objectionsUntil }, match(version));
  return good(EvaluationView, sent);
}
