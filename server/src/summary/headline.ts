import { isOfPolicy } from "@yuanbiao/core/board";
import { isJudged, type Status } from "@yuanbiao/core/status";
import { documentRef, firstCitation, type Speech } from "../wire/speech.ts";
import type { Placing } from "./placing.ts";
import type { SummaryView } from "./shape.ts";
import { standingView } from "./standing.ts";

const mostNamed = 5;

/** The figures of the first sentence: targets of policy documents alone. */
export function headlineOf(speech: Speech, placing: Placing): SummaryView["headline"] {
  const policy = placing.rows.filter(({ target }) => isOfPolicy(target, speech.registry.documents));
  const documents = new Set(policy.map(({ target }) => firstCitation(target).document));
  const count = (...wanted: readonly Status[]): number =>
    policy.filter(({ progress }) => wanted.includes(progress.status)).length;
  const judged = policy.filter(({ progress }) => isJudged(progress.status));
  const awaited = policy.filter(({ progress }) => progress.status === "no-data" && progress.reason === "no-due-actual");
  return {
    documents: [...documents].map((code) => documentRef(speech, code)),
    targets: policy.length,
    judged: judged.length,
    judgedProvisional: judged.filter(({ progress }) => progress.provisional).length,
    achieved: count("achieved"),
    missed: count("missed"),
    onTrack: count("on-track"),
    behind: count("behind", "far-behind", "regressed"),
    noData: count("no-data"),
    incomparable: count("incomparable"),
    notComputable: count("not-computable"),
    judgement: count("judgement"),
    notDue: count("not-due"),
    verdicts: judged.slice(0, mostNamed).map((row) => standingView(speech, placing, row)),
    awaited: awaited.slice(0, mostNamed).map((row) => standingView(speech, placing, row)),
  };
}
