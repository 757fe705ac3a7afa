import { useText } from "../../text/text.ts";
import { Original } from "../../ui/original.tsx";
import { useEditing, useNames } from "./editing.ts";
import { MarksAt } from "./marks-at.tsx";
import { useOptions } from "./option.ts";
import { coreOf, type Field, type Spec } from "./spec.ts";
import { listAt, type Path, readAt, spell, textAt } from "./tree.ts";

const isFigure = (spec: Spec): boolean => ["quantity", "whole"].includes(coreOf(spec).kind);

/** A list to be read: a row an item; columns in which nothing stands are left out. */
export function FixedTable({ path, fields }: { path: Path; fields: readonly Field[] }) {
  const { tree } = useEditing();
  const { label } = useNames();
  const items = listAt(tree, path);
  const columns = fields.filter(([name]) =>
    items.some((item) => !["", null, undefined].some((none) => readAt(item, [name]) === none)),
  );
  return (
    <div className="table-scroll">
      <table className="table table-cards">
        <thead>
          <tr>
            {columns.map(([name, spec]) => (
              <th key={name} scope="col" className={isFigure(spec) ? "numeric" : ""}>
                {label([...path, 0, name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((_, at) => (
            <tr key={at} data-place={spell([...path, at])}>
              {columns.map(([name, spec]) => (
                <td key={name} className={isFigure(spec) ? "numeric" : ""} data-head={label([...path, 0, name])}>
                  <FixedCell path={[...path, at, name]} spec={spec} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FixedCell({ path, spec }: { path: Path; spec: Spec }) {
  const { tree } = useEditing();
  const { say } = useText();
  const options = useOptions(path, spec);
  const value = readAt(tree, path);
  const text = textAt(tree, path);
  const named = options?.find((option) => option.value === text)?.label ?? text;
  const shown = typeof value === "boolean" ? say(value ? "scheme.item.yes" : "scheme.item.no") : named;
  return (
    <>
      <Original>{shown === "" ? say("page.none") : shown}</Original>
      <MarksAt path={path} />
    </>
  );
}
