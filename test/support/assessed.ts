import type { Criterion } from "@yuanbiao/core/scheme-criterion";
import { exampleCriterion, exampleGroup, exampleScheme } from "@yuanbiao/core/scheme-example";
import { writeSchemeFile } from "@yuanbiao/core/scheme-file";
import { EvaluationView } from "@yuanbiao/server/evaluation/shape";
import { ObjectionView } from "@yuanbiao/server/objection/shape";
import { PanelList } from "@yuanbiao/server/panel/shape";
import { SchemeView } from "@yuanbiao/server/scheme/shape";
import { type Desk, good } from "./reporting.ts";
import type { SignedIn } from "./served.ts";

const match = (version: number): Record<string, string> => ({ "if-match": String(version) });
const areas = ["liuzhou", "liudong"];
const members = areas.map((area) => ({ area, type: "hitech" }));

/** An objection of an area to its line in the run that is shown. */
export const objectionTo = (area: string) => ({ evaluation: "shown", area, criterion: "talent", claim: "请复核" });

const judged: Criterion = exampleCriterion({
  ...{ code: "talent", name: "人才", indicator: null, caliber: null },
  scorer: { type: "panel", trim: 0, minJudges: 1 },
  inputs: { scores: { from: "panel" } },
});

async function makeScheme(assessor: SignedIn, code: string, criterion: Criterion): Promise<void> {
  const text = writeSchemeFile(exampleScheme({ code, name: code, groups: [exampleGroup({ criteria: [criterion] })] }));
  const { version } = await good(SchemeView, assessor.send("POST", "/api/schemes/import", { text }));
  await good(SchemeView, assessor.send("POST", `/api/schemes/${code}/publish`, {}, match(version)));
}

/** On the real city: a run on experts' scores alone that is shown, and one on a department's figures; gives an objection. */
export async function openAssessments({ served, people }: Desk): Promise<string> {
  const [assessor, expert] = [await served.as("assessor"), await served.as("expert")];
  const firms = exampleCriterion({ indicator: "valid-hitech-firms", caliber: "citywide" });
  await makeScheme(assessor, "judged", judged);
  await makeScheme(assessor, "measured", firms);
  const make = (id: string, scheme: string) =>
    good(EvaluationView, assessor.send("POST", "/api/evaluations", { id, name: id, city: "liuzhou", scheme, members }));
  const move = async (id: string, stage: string, version: number): Promise<number> =>
    (await good(EvaluationView, assessor.send("POST", `/api/evaluations/${id}/stage`, { stage }, match(version))))
      .version;
  await move("measured", "verification", (await make("measured", "measured")).version);
  const { version } = await make("shown", "judged");
  const panel = { judges: [expert.account], open: true };
  await good(PanelList, assessor.send("PUT", "/api/panels/shown/talent", panel, match(0)));
  for (const area of areas) {
    const address = `/api/panels/shown/talent/scores/${area}`;
    await good(PanelList, expert.send("PUT", address, { score: "80" }, match(0)));
  }
  const ready = await move("shown", "feedback", version);
  const sealed = await good(EvaluationView, assessor.send("POST", "/api/evaluations/shown/seal", {}, match(ready)));
  const until = { objectionsUntil: "2026-12-31" };
  await good(EvaluationView, assessor.send("POST", "/api/evaluations/shown/publish", until, match(sealed.version)));
  return (await good(ObjectionView, people.clerk.send("POST", "/api/objections", objectionTo("liuzhou")))).id;
}
