import { useText } from "../../text/text.ts";
import { useEditing } from "./editing.ts";
import { moveItem, removeItem } from "./mark.ts";
import { listAt, type Path } from "./tree.ts";

interface ToolParts {
  readonly list: Path;
  readonly at: number;
  /** What the item is called, for those who listen. */
  readonly name: string;
}

/** Moves an item of a list up and down, or removes it. */
export function ItemTools({ list, at, name }: ToolParts) {
  const { tree, change } = useEditing();
  const { say } = useText();
  const last = listAt(tree, list).length - 1;
  const move = (by: 1 | -1) => change((before) => moveItem(before, list, { at, by }));
  return (
    <span className="scheme-tools">
      <button
        type="button"
        className="button-quiet"
        aria-label={say("scheme.item.upOf", { item: name })}
        title={say("scheme.item.up")}
        disabled={at === 0}
        onClick={() => move(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="button-quiet"
        aria-label={say("scheme.item.downOf", { item: name })}
        title={say("scheme.item.down")}
        disabled={at === last}
        onClick={() => move(1)}
      >
        ↓
      </button>
      <button
        type="button"
        className="button-quiet"
        aria-label={say("scheme.item.removeOf", { item: name })}
        onClick={() => change((before) => removeItem(before, list, at))}
      >
        {say("scheme.item.remove")}
      </button>
    </span>
  );
}
