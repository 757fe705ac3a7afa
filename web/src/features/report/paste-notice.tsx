import { useText } from "../../text/text.ts";
import { Notice } from "../../ui/notice.tsx";
import { faultWords } from "./finding-text.ts";
import type { Leftover, Pasted } from "./paste.ts";

interface NoticeParts {
  readonly result: Pasted;
  readonly onLine: (indicator: string) => void;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** What became of a pasted block: how many figures, and every cell that did not become one, with its text. */
export function PasteNotice({ result, onLine, onUndo, onClose }: NoticeParts) {
  const { say } = useText();
  const { filled, blanks, leftovers } = result;
  return (
    <Notice kind={leftovers.length > 0 ? "warn" : "plain"} isLive>
      <p>
        <strong>{say("report.paste.title")}</strong> {say("report.paste.filled", { count: filled.length })}
        {blanks > 0 && ` ${say("report.paste.blanks", { count: blanks })}`}
        {leftovers.length > 0 && ` ${say("report.paste.left", { count: leftovers.length })}`}
      </p>
      {leftovers.length > 0 && (
        <ul className="notice-list">
          {leftovers.map((left, at) => (
            <li key={`${left.indicator ?? ""} ${at}`}>
              {left.indicator !== null && (
                <button type="button" className="button-quiet" onClick={() => onLine(left.indicator ?? "")}>
                  {left.name}
                </button>
              )}
              <LeftWords left={left} />
            </li>
          ))}
        </ul>
      )}
      <p className="notice-actions">
        <button type="button" className="button" onClick={onUndo}>
          {say("report.paste.undo")}
        </button>
        <button type="button" className="button-quiet" onClick={onClose}>
          {say("page.close")}
        </button>
      </p>
    </Notice>
  );
}

function LeftWords({ left: { text, reason, fault } }: { left: Leftover }) {
  const { say, language } = useText();
  if (fault !== null) return <span>{faultWords(fault, say, language)}</span>;
  return (
    <span>
      {say("report.paste.text", { text })}
      {say("page.colon")}
      {say(reason === "line-closed" ? "report.paste.closed" : "report.paste.beyond")}
    </span>
  );
}
