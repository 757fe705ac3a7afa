import { accountRoles, keyScopes } from "@yuanbiao/core/access";
import { severities } from "@yuanbiao/core/check";
import { figureClasses, revisionReasons, stages } from "@yuanbiao/core/observation";
import { lineStates, reportStates } from "@yuanbiao/core/report";
import { roundStates } from "@yuanbiao/core/round";
import { milestoneStates } from "@yuanbiao/core/target";
import type { Say } from "../../text/text.ts";

/** A code in words, or undefined where it is none that is known. */
type Word = (value: string, say: Say) => string | undefined;

function wordsOf<Code extends string>(codes: readonly Code[], word: (code: Code, say: Say) => string): Word {
  return (value, say) => {
    const code = codes.find((one) => one === value);
    return code === undefined ? undefined : word(code, say);
  };
}

const roleWords = wordsOf(accountRoles, (role, say) => say(`role.${role}`));
const roundWords = wordsOf(roundStates, (state, say) => say(`round.state.${state}`));
const lineWords = wordsOf(lineStates, (state, say) => say(`report.lineState.${state}`));
const reportWords = wordsOf(reportStates, (state, say) => say(`audit.states.${state}`));
const milestoneWords = wordsOf(milestoneStates, (state, say) => say(`code.milestone.${state}`));
const ofFigures = ["line-edit", "report-upload", "report-verify", "report-adopt"];

/** What a state is of is known by what was done. */
function stateWords(action: string): Word {
  if (action.startsWith("round-")) return roundWords;
  if (action === "target-decide") return milestoneWords;
  return ofFigures.includes(action) ? lineWords : reportWords;
}

const wordsByField: ReadonlyMap<string, Word> = new Map([
  ["role", roleWords],
  ["severity", wordsOf(severities, (severity, say) => say(`check.severity.${severity}`))],
  ["class", wordsOf(figureClasses, (name, say) => say(`round.fields.classes.${name}`))],
  ["stage", wordsOf(stages, (stage, say) => say(`code.stage.${stage}`))],
  ["scope", wordsOf(keyScopes, (scope, say) => say(`key.scopes.${scope}`))],
  ["correcting", wordsOf(revisionReasons, (reason, say) => say(`code.change.${reason}`))],
]);
const flags: Word = (value, say) =>
  value === "true" ? say("audit.yes") : value === "false" ? say("audit.no") : undefined;

/** A value of the trail as people read it: states, roles, severities in words; whatever is not known as it stands. */
export function valueWord(value: string, { action, path }: { action: string; path: readonly string[] }, say: Say) {
  const field = path.at(-1) ?? "";
  const word = field === "state" ? stateWords(action) : (wordsByField.get(field) ?? flags);
  return word(value, say) ?? value;
}

/** A part of where something stands that is a role: the grants of an account are told apart by theirs. */
export function grantWord(part: string, action: string, say: Say): string | undefined {
  return action === "grants" ? roleWords(part, say) : undefined;
}
