import { useId } from "react";
import { useText } from "../../text/text.ts";
import { Original } from "../../ui/original.tsx";
import { useEditing, useNames, useTold } from "./editing.ts";
import { MarksAt } from "./marks-at.tsx";
import { calledBy } from "./place-words.ts";
import { type Path, spell, textAt } from "./tree.ts";
import { columnsOf } from "./weighing.ts";

interface CellParts {
  readonly path: Path;
  readonly label: string;
  /** What stands in an empty column of a park type. */
  readonly empty?: string;
}

/** A weight in a table: the input alone, its name for those who listen. */
export function WeightCell({ path, label, empty }: CellParts) {
  const { tree, isFixed, set } = useEditing();
  const id = useId();
  const told = useTold(path);
  const text = textAt(tree, path);
  if (isFixed) return <span className={text === "" ? "quiet" : ""}>{text || empty}</span>;
  const cleared = empty === undefined ? "" : undefined;
  return (
    <span className="scheme-cell" data-place={spell(path)}>
      <input
        className="input scheme-number"
        inputMode="decimal"
        aria-label={label}
        value={text}
        {...(empty !== undefined && { placeholder: empty })}
        {...(told !== undefined && { "aria-invalid": true, "aria-describedby": id })}
        onChange={({ target }) => set(path, target.value === "" ? cleared : target.value)}
      />
      {told !== undefined && (
        <span className="field-error" id={id}>
          {told}
        </span>
      )}
    </span>
  );
}

/** The weight of a group, and of the park types that have one of their own. */
export function WeightFields({ path, name }: { path: Path; name: string }) {
  const { tree, isFixed } = useEditing();
  const { say, language } = useText();
  const { label } = useNames();
  const types = columnsOf(tree, isFixed);
  const weight: Path = [...path, "weight"];
  const columns = types.map((type) => ({
    at: [...path, "weights", type.code],
    head: say("scheme.group.heads.column", { type: calledBy(type, language === "en") }),
    empty: say("scheme.group.sameAsCommon"),
  }));
  return [{ at: weight, head: label(weight), empty: undefined }, ...columns].map(({ at, head, empty }) => (
    <div key={spell(at)} className="field">
      <span className="field-label" aria-hidden="true">
        <Original>{head}</Original>
      </span>
      <WeightCell
        path={at}
        label={say("scheme.group.weightOf", { head, name })}
        {...(empty !== undefined && { empty })}
      />
      <MarksAt path={at} />
    </div>
  ));
}
