import { useText } from "../../text/text.ts";
import { changeWords, differenceWords } from "./audit-words.ts";
import type { AuditEntry } from "./request.ts";

const fewest = 3;

/** What an entry changed: in a line where it is little, folded where it is much. */
export function ChangeCell({ entry }: { entry: AuditEntry }) {
  const { say } = useText();
  const items = differenceWords(entry, say);
  if (items.length === 0) return <span className="absent">{say("page.none")}</span>;
  const words = changeWords(entry, say);
  if (items.length < fewest && words.length < 60) return <span className="break">{words}</span>;
  return (
    <details className="change">
      <summary>{say("audit.changes", { count: items.length })}</summary>
      <ul className="change-list">
        {items.map((item) => (
          <li key={item.key}>
            <span className="quiet">{item.place === "" ? say("audit.change") : item.place}</span>
            <span>
              {item.before !== null && (
                <>
                  <del>{item.before}</del>
                  {" → "}
                </>
              )}
              {item.after ?? <span className="absent">{say("audit.absent")}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
