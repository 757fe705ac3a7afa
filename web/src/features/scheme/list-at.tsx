import type { ReactNode } from "react";
import { useText } from "../../text/text.ts";
import { useEditing, useNames } from "./editing.ts";
import { FixedTable } from "./fixed-table.tsx";
import { ItemTools } from "./item-tools.tsx";
import { insertItem } from "./mark.ts";
import { PlaceAt } from "./place-at.tsx";
import { blankOf, type Composed, coreOf } from "./spec.ts";
import { freeCode, listAt, type Path, type Tree, textAt } from "./tree.ts";

interface ListParts {
  readonly path: Path;
  readonly spec: Extract<Composed, { kind: "list" }>;
  /** Draws the fields of one item. */
  readonly children: (item: Path) => ReactNode;
}

const flat = ["quantity", "text", "whole", "tick", "choice", "fixed"];

/** Items of the same kind: added, removed, moved. */
export function ListAt({ path, spec, children }: ListParts) {
  const { tree, isFixed, change } = useEditing();
  const { say } = useText();
  const { label } = useNames();
  const name = label(path);
  const items = listAt(tree, path);
  const item = coreOf(spec.item);
  const fields = item.kind === "fields" ? item.fields : [];
  const isFlat = fields.length > 0 && fields.every(([, own]) => flat.includes(coreOf(own).kind));
  if (isFixed && items.length === 0) return <p className="quiet">{say("scheme.item.none")}</p>;
  if (isFixed && isFlat) return <FixedTable path={path} fields={fields} />;
  const add = () => {
    const blank = withFreeCode(blankOf(spec.item), tree, path);
    change((before) => insertItem(before, path, { at: listAt(before, path).length, item: blank }));
  };
  return (
    <div className={isFlat ? "scheme-list scheme-list-flat" : "scheme-list"}>
      {items.length === 0 && <p className="quiet">{say("scheme.item.none")}</p>}
      {items.map((_, at) => (
        <div key={at} className="scheme-item">
          <PlaceAt path={[...path, at]}>{children([...path, at])}</PlaceAt>
          {!isFixed && <ItemTools list={path} at={at} name={say("scheme.item.at", { list: name, at: at + 1 })} />}
        </div>
      ))}
      {!isFixed && (
        <div>
          <button type="button" className="button" aria-label={say("scheme.item.addTo", { list: name })} onClick={add}>
            {say("scheme.item.add")}
          </button>
        </div>
      )}
    </div>
  );
}

const stems: Readonly<Record<string, string>> = {
  ...{ parkTypes: "type", pools: "pool", grades: "grade", items: "item", vetoes: "veto", windows: "window" },
};

/** A new item with a code begins with one that is free. */
function withFreeCode(blank: unknown, tree: Tree, path: Path): unknown {
  const stem = stems[String(path.at(-1))];
  if (stem === undefined || typeof blank !== "object" || blank === null) return blank;
  const taken = listAt(tree, path).map((item) => textAt(item, ["code"]));
  return { ...blank, code: freeCode(`${stem}-${taken.length + 1}`, taken) };
}
