import { useText } from "../../text/text.ts";
import { useEditing, useNames } from "./editing.ts";
import type { Option } from "./option.ts";
import { listAt, type Path } from "./tree.ts";

/** Some of a few codes. */
export function TicksAt({ path, options }: { path: Path; options: readonly Option[] }) {
  const { tree, set, isFixed } = useEditing();
  const { say } = useText();
  const { label } = useNames();
  const chosen = listAt(tree, path).map(String);
  const unknown = chosen.filter((value) => !options.some((option) => option.value === value));
  const all = [...options, ...unknown.map((value) => ({ value, label: value }))].filter(({ value }) => value !== "");
  if (isFixed) {
    const names = all.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
    return <p>{names.join(say("page.list")) || say("scheme.item.none")}</p>;
  }
  return (
    <div className="scheme-ticks">
      {all.map(({ value, label: name }) => (
        <label key={value} className="scheme-tick">
          <input
            type="checkbox"
            aria-label={`${label(path)}${say("page.colon")}${name}`}
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              set(path, target.checked ? [...chosen, value] : chosen.filter((own) => own !== value))
            }
          />
          {name}
        </label>
      ))}
    </div>
  );
}
