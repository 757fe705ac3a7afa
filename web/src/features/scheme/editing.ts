import { createContext, useContext } from "react";
import { type Language, type Say, useText } from "../../text/text.ts";
import { type Fault, isWithin } from "./fault.ts";
import type { PlacedMark } from "./mark.ts";
import type { Choices } from "./query.ts";
import { type Path, spell, type Tree, textAt } from "./tree.ts";
import { type FormWords, findOptionWord, labelOf } from "./words.ts";

/** What every field of the editor shares: the scheme as it stands, and how it is changed. */
export interface Editing {
  readonly tree: Tree;
  /** It is only read, or printed. */
  readonly isFixed: boolean;
  readonly faults: readonly Fault[];
  readonly marks: readonly PlacedMark[];
  readonly choices: Choices;
  readonly set: (path: Path, value: unknown) => void;
  readonly change: (make: (tree: Tree) => Tree) => void;
  readonly settle: (marks: readonly PlacedMark[]) => void;
  /** Leads to a place, and opens what is folded around it. */
  readonly jump: (place: string) => void;
  readonly isOpen: (place: string) => boolean;
  readonly toggle: (place: string) => void;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error("no scheme is being edited here");
  return editing;
}

const spoken = new Map<Language, FormWords>();

/** The wording of fields, in the language of the page; put together once, as every field asks for it. */
export function useFormWords(): FormWords {
  const { say, language } = useText();
  const words = spoken.get(language) ?? {
    ...say("schemeForm", { returnObjects: true }),
    ...say("schemeRule", { returnObjects: true }),
  };
  spoken.set(language, words);
  return words;
}

/** The type of the rule that a place belongs to; "" outside of rules. */
function ruleTypeAt(tree: Tree, path: Path): string {
  const at = path.indexOf("scorer");
  return at < 0 ? "" : textAt(tree, [...path.slice(0, at + 1), "type"]);
}

/** What a place is called, and what its values are called. */
export function useNames() {
  const { tree } = useEditing();
  const words = useFormWords();
  return {
    label: (path: Path) => labelOf(words, path, ruleTypeAt(tree, path)),
    option: (path: Path, value: string) =>
      findOptionWord(words, path, { value, type: ruleTypeAt(tree, path) }) ?? value,
  };
}

/** A fault in words; those of the server begin with the place. */
export function faultWords(fault: Fault, say: Say): string {
  if (fault.kind === "shape") return say(`scheme.faults.shape.${fault.shape}`, { limit: fault.limit });
  return fault.detail ?? say("scheme.faults.pending");
}

/** What stands against a place itself; undefined for one that holds. */
export function useTold(path: Path): string | undefined {
  const { faults } = useEditing();
  const { say } = useText();
  const place = spell(path);
  const words = faults.filter(({ path }) => path === place).map((fault) => faultWords(fault, say));
  return words.length === 0 ? undefined : [...new Set(words)].join(" ");
}

/** How much stands against a place and everything within it, and how much of it is 待核. */
export function countWithin({ faults, marks }: Pick<Editing, "faults" | "marks">, place: string) {
  return {
    faults: faults.filter(({ path }) => isWithin(path, place)).length,
    marks: marks.filter((mark) => isWithin(mark.place, place)).length,
  };
}
