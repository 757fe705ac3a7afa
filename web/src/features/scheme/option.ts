import { useText } from "../../text/text.ts";
import { useEditing, useNames } from "./editing.ts";
import { calledBy } from "./place-words.ts";
import { coreOf, emptyOf, type Spec } from "./spec.ts";
import { type Coded, codedAt, listAt, type Path, type Tree, textAt } from "./tree.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
}

const criteriaOf = (tree: Tree): readonly Coded[] =>
  listAt(tree, ["groups"]).flatMap((_, at) => codedAt(tree, ["groups", at, "criteria"]));

/** What a code at a place may refer to, of the scheme's own lists; undefined where it is a free code. */
function referred(tree: Tree, path: Path): readonly Coded[] | undefined {
  const own = path.at(-1);
  const parent = path.findLast((part, at) => typeof part === "string" && at < path.length - 1);
  if (own === "criterion") return criteriaOf(tree);
  if (own === "grade" && parent === "effect") return codedAt(tree, ["grades"]);
  if (own === "type" && parent === "benchmarks") return codedAt(tree, ["parkTypes"]);
  if (own !== "code" || (parent !== "chain" && path.at(-3) !== "inputs")) return undefined;
  const kind = textAt(tree, [...path.slice(0, -1), parent === "chain" ? "by" : "from"]);
  return kind === "group" ? codedAt(tree, ["groups"]) : criteriaOf(tree);
}

/** What several codes may be taken from: park types of a pool, grades of a window rule. */
export function useTicks(path: Path): readonly Option[] | undefined {
  const { tree } = useEditing();
  const { language } = useText();
  const isTypes = path[0] === "pools" && path.at(-1) === "types";
  const isGrades = path.at(-1) === "grades" && path.length > 1;
  if (!isTypes && !isGrades) return undefined;
  return optionsOf(codedAt(tree, [isTypes ? "parkTypes" : "grades"]), language === "en");
}

const optionsOf = (listed: readonly Coded[], isEnglish: boolean): Option[] =>
  listed.map((one) => ({ value: one.code, label: calledBy(one, isEnglish) }));

/** A value that is none of those offered is offered too, so that it can be seen and changed. */
function withOwn(options: readonly Option[], value: string): readonly Option[] {
  return options.some((option) => option.value === value) ? options : [...options, { value, label: value }];
}

/** What may be chosen at a place; undefined where it is typed. */
export function useOptions(path: Path, spec: Spec): readonly Option[] | undefined {
  const { tree, choices } = useEditing();
  const { say, language } = useText();
  const { option } = useNames();
  const core = coreOf(spec);
  const value = textAt(tree, path);
  if (core.kind === "choice") {
    const none = emptyOf(spec) === "" ? [] : [""];
    const listed = [...none, ...core.options].map((one) => ({
      value: one,
      label: one === "" ? "" : option(path, one),
    }));
    return withOwn(listed, value);
  }
  const first = (label: string): Option => ({ value: "", label });
  if (path.at(-1) === "indicator") {
    const listed = choices.indicators.map(({ code, name }) => ({ value: code, label: name }));
    return withOwn([first(say("scheme.criterion.chooseIndicator")), ...listed], value);
  }
  if (path.at(-1) === "caliber") {
    const listed = choices.calibers.map(({ code, name }) => ({ value: code, label: name }));
    return withOwn([first(say("scheme.criterion.chooseCaliber")), ...listed], value);
  }
  const listed = referred(tree, path);
  if (listed === undefined) return undefined;
  const isAny = path.at(-1) === "type";
  const none = first(say(isAny ? "scheme.criterion.allTypes" : "scheme.criterion.choose"));
  return withOwn([none, ...optionsOf(listed, language === "en")], value);
}
