import { useText } from "../../text/text.ts";
import { Notice } from "../../ui/notice.tsx";
import { bodyOf, type CheckDraft, ruleOf } from "./draft.ts";
import { lineWords, ruleWords, type Speech } from "./rule-words.ts";

/** What the draft means, in one sentence that follows what is written. */
export function Preview({ draft, speech }: { draft: CheckDraft; speech: Speech }) {
  const { say } = useText();
  const said = { rule: ruleOf(draft), indicators: bodyOf(draft).indicators };
  const rule = ruleWords(said, speech);
  const first =
    draft.kind === "relation"
      ? say("check.preview.relation", { rule })
      : say("check.preview.lines", { lines: lineWords(said, speech), rule });
  return (
    <Notice isLive>
      <p className="quiet">{say("check.preview.label")}</p>
      <p className="check-preview">
        {first} {say(`check.preview.${draft.active ? draft.severity : "off"}`)}
      </p>
    </Notice>
  );
}
