import { type Actor, areasOf, departmentsOf, isOfPark, may } from "@yuanbiao/core/access";

/** What stands somewhere in the store and is shown to few. */
export const canaryKinds = ["draft", "objection", "remark", "phone"] as const;
export type CanaryKind = (typeof canaryKinds)[number];

/** A text that occurs nowhere else, of an area or an account. */
export const canaryOf = (kind: CanaryKind, owner: string): string => `暗号-${kind}-${owner}-暗号`;
const pattern = /暗号-(\w+)-([\w.-]+)-暗号/g;

/** Whether somebody may see a canary at all: by a right over its area, or because the trail is theirs to read. */
const sees: Readonly<Record<CanaryKind, (actor: Actor, owner: string) => boolean>> = {
  draft: (actor, area) => {
    const areas = areasOf(actor, "report.read");
    const isOfVerifier = departmentsOf(actor, "report.read") !== null;
    return may(actor, "report.read", { area }) && (areas === null || areas.includes(area) || isOfVerifier);
  },
  objection: (actor, area) => may(actor, "evaluation.survey") || isOfPark(actor, area),
  remark: (actor, judge) => may(actor, "evaluation.survey") || may(actor, "panel.manage") || actor.account === judge,
  phone: (actor) => may(actor, "account.read"),
};

/** The canaries in an answer that whoever asked may not see. */
export function leaked(text: string, actor: Actor | null): string[] {
  return [...text.matchAll(pattern)].flatMap(([whole, found = "", owner = ""]) => {
    const kind = canaryKinds.find((one) => one === found);
    if (kind === undefined || (actor !== null && (may(actor, "audit.read") || sees[kind](actor, owner)))) return [];
    return [whole];
  });
}
