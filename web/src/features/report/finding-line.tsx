import type { Finding, LineItem } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { FindingMark } from "./finding-mark.tsx";
import { findingWords } from "./finding-text.ts";

/** One finding: its weight by shape and word, which check, and the sentence with the figures. */
export function FindingLine({ finding, lines }: { finding: Finding; lines: readonly LineItem[] }) {
  const { say } = useText();
  const kind = finding.severity === "hard" ? "hard" : finding.explained ? "explained" : "soft";
  return (
    <p className={`told told-${kind}`}>
      <FindingMark kind={kind} />
      <span>
        <strong>{say(`report.finding.${kind}`)}</strong>
        {say("page.colon")}
        {findingWords(finding, lines, say)} <span className="quiet">{finding.check.name}</span>
      </span>
    </p>
  );
}
