import { accountRoles, keyScopes } from "@yuanbiao/core/access";
import type { Say } from "../../text/text.ts";
import { audit as known } from "../../text/zh/audit.ts";
import { type Difference, differencesOf } from "./difference.ts";
import type { AuditEntry } from "./request.ts";
import { grantWord, valueWord } from "./value-words.ts";

type Action = keyof typeof known.actions;
type FieldName = keyof typeof known.fields;
const isAction = (action: string): action is Action => Object.hasOwn(known.actions, action);
const isField = (field: string): field is FieldName => Object.hasOwn(known.fields, field);

/** An action in words; an unknown one as it is. */
export const actionWord = (action: string, say: Say): string =>
  isAction(action) ? say(`audit.actions.${action}`) : action;

export function personWord({ actor }: AuditEntry, say: Say): string {
  if (actor.account === "system") return say("audit.program");
  if (actor.account === "anonymous") return say("audit.nobody");
  return actor.name;
}

/** The roles in which somebody acted, and the key by which: the trail has their codes with blanks between them. */
export function roleWord({ role }: AuditEntry, say: Say): string {
  if (role === null || role === "") return say("page.none");
  return role
    .split(/[,\s]+/)
    .map((code) => roleOrKey(code, say))
    .join(say("page.list"));
}

function roleOrKey(code: string, say: Say): string {
  const role = accountRoles.find((one) => one === code);
  if (role !== undefined) return say(`role.${role}`);
  const [kind, named, id = ""] = code.split(":");
  const scope = keyScopes.find((one) => one === named);
  return kind === "key" && scope !== undefined ? say("key.byKey", { id, scope: say(`key.scopes.${scope}`) }) : code;
}

export const areaWord = ({ area }: AuditEntry, say: Say): string =>
  area.code === "system" ? say("audit.system") : area.name;

/** Where in the entry something stands: 指标 / 数值. */
function pathWord({ path }: Difference, action: string, say: Say): string {
  return path
    .map((part) => (isField(part) ? say(`audit.fields.${part}`) : (grantWord(part, action, say) ?? part)))
    .join(" / ");
}

/** What an entry tells of, in words: where, what it was and what it became. */
export function differenceWords({ action, detail }: Pick<AuditEntry, "action" | "detail">, say: Say) {
  return differencesOf(detail).map((item) => {
    const word = (side: string | null): string | null =>
      side === null ? null : valueWord(side, { action, path: item.path }, say);
    return {
      key: item.path.join("\n"),
      place: pathWord(item, action, say),
      before: word(item.before),
      after: word(item.after),
    };
  });
}

/** All differences of an entry in one text, for tables that are saved. */
export function changeWords(entry: Pick<AuditEntry, "action" | "detail">, say: Say): string {
  return differenceWords(entry, say)
    .map(({ place, before, after }) => {
      const is = after ?? say("audit.absent");
      const change = before === null ? is : `${before} → ${is}`;
      return place === "" ? change : `${place}${say("page.colon")}${change}`;
    })
    .join(say("page.semicolon"));
}
