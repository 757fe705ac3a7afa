import { useText } from "../../text/text.ts";
import { useEditing, useNames } from "./editing.ts";
import { moveItem } from "./mark.ts";
import { PlaceAt } from "./place-at.tsx";
import { listAt, type Path } from "./tree.ts";

const path: Path = ["order"];

/** In which order adjustments, vetoes, places and grades are worked out. */
export function OrderSteps() {
  const { tree, isFixed, change } = useEditing();
  const { say } = useText();
  const { label, option } = useNames();
  const steps = listAt(tree, path).map(String);
  const words = steps.map((step) => option(path, step));
  return (
    <PlaceAt path={path} legend={label(path)}>
      {isFixed ? (
        <p>{words.join(say("scheme.comparison.arrow"))}</p>
      ) : (
        <ol className="scheme-order">
          {words.map((step, at) => (
            <li key={step}>
              {at + 1}. {step}
              <button
                type="button"
                className="button-quiet"
                aria-label={say("scheme.item.upOf", { item: step })}
                disabled={at === 0}
                onClick={() => change((before) => moveItem(before, path, { at, by: -1 }))}
              >
                ↑
              </button>
              <button
                type="button"
                className="button-quiet"
                aria-label={say("scheme.item.downOf", { item: step })}
                disabled={at === steps.length - 1}
                onClick={() => change((before) => moveItem(before, path, { at, by: 1 }))}
              >
                ↓
              </button>
            </li>
          ))}
        </ol>
      )}
    </PlaceAt>
  );
}
