import { trimmed } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { Original } from "../../ui/original.tsx";
import { usePrinting } from "../../ui/printing.ts";
import { copyCriterion } from "./blank.ts";
import type { Points, Weights } from "./columns.ts";
import { CriterionEditor } from "./criterion-editor.tsx";
import { countWithin, useEditing, useNames } from "./editing.ts";
import { ItemTools } from "./item-tools.tsx";
import { insertItem } from "./mark.ts";
import { calledBy } from "./place-words.ts";
import { Standing } from "./standing.tsx";
import { codedAt, type Path, spell, textAt } from "./tree.ts";
import { WeightCell } from "./weight-cell.tsx";

interface RowParts {
  readonly group: Path;
  readonly at: number;
  readonly weights: readonly Weights[];
  readonly points: readonly Points[];
}

/** One criterion in its table, and below it, unfolded, everything that it says. */
export function CriterionRow({ group, at, weights, points }: RowParts) {
  const { tree, isFixed, isOpen, ...editing } = useEditing();
  const { say, language } = useText();
  const { option } = useNames();
  const isPrinting = usePrinting();
  const list: Path = [...group, "criteria"];
  const path: Path = [...list, at];
  const place = spell(path);
  const found = codedAt(tree, list)[at];
  const name = (found && calledBy(found, language === "en")) || say("scheme.group.unnamed");
  const isShown = isPrinting || isOpen(place);
  const isFaulty = countWithin(editing, place).faults > 0;
  const type: Path = [...path, "scorer", "type"];
  return (
    <>
      <tr className={isFaulty ? "scheme-row scheme-row-faulty" : "scheme-row"} data-place={isShown ? undefined : place}>
        <th scope="row">
          <NameButton place={place} code={found?.code ?? ""} name={name} isShown={isShown} />
        </th>
        <FigureCells {...{ path, at, name, weights, points }} />
        <td data-head={say("scheme.group.heads.rule")}>{option(type, textAt(tree, type))}</td>
        <td data-head={say("scheme.group.heads.state")}>
          <Standing place={place} />
        </td>
        {!isFixed && (
          <td data-head={say("scheme.group.heads.actions")}>
            <RowTools list={list} at={at} name={name} />
          </td>
        )}
      </tr>
      {isShown && (
        <tr className="scheme-unfolded">
          <td colSpan={weights.length + points.length + (isFixed ? 3 : 4)}>
            <CriterionEditor path={path} name={name} />
          </td>
        </tr>
      )}
    </>
  );
}

interface NameParts {
  readonly place: string;
  readonly code: string;
  readonly name: string;
  readonly isShown: boolean;
}

function NameButton({ place, code, name, isShown }: NameParts) {
  const { toggle } = useEditing();
  return (
    <button type="button" className="scheme-open" aria-expanded={isShown} onClick={() => toggle(place)}>
      <span aria-hidden="true" className="scheme-caret">
        {isShown ? "▾" : "▸"}
      </span>
      <span className="target-code">{code}</span>
      <Original>{name}</Original>
    </button>
  );
}

/** Weights to be filled in, and the effective points that they come to. */
function FigureCells({ path, at, name, weights, points }: Omit<RowParts, "group"> & { path: Path; name: string }) {
  const { say } = useText();
  return (
    <>
      {weights.map(({ at: own, head, empty }) => (
        <td key={head} className="numeric" data-head={head}>
          <WeightCell
            path={[...path, ...own]}
            label={say("scheme.group.weightOf", { head, name })}
            {...(empty !== undefined && { empty })}
          />
        </td>
      ))}
      {points.map(({ head, values }) => (
        <td key={head} className="numeric" data-head={head}>
          {values[at] == null ? (
            <span className="quiet">{say("scheme.group.notApplicable")}</span>
          ) : (
            trimmed(values[at])
          )}
        </td>
      ))}
    </>
  );
}

function RowTools({ list, at, name }: { list: Path; at: number; name: string }) {
  const { change } = useEditing();
  const { say } = useText();
  return (
    <span className="scheme-tools">
      <button
        type="button"
        className="button-quiet"
        aria-label={say("scheme.criterion.copyOf", { name })}
        onClick={() =>
          change((before) => insertItem(before, list, { at: at + 1, item: copyCriterion(before, [...list, at]) }))
        }
      >
        {say("scheme.criterion.copy")}
      </button>
      <ItemTools list={list} at={at} name={name} />
    </span>
  );
}
