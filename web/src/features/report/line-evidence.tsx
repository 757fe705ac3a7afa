import { useState } from "react";
import type { Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { EvidenceList } from "./evidence.tsx";
import { EvidenceDialog } from "./evidence-dialog.tsx";

/** A line whose files are looked at, and the file that was dropped on it, if any. */
export interface Attaching {
  readonly indicator: string;
  readonly file: File | null;
}

/** The files of one line beside the form, and where one puts another. */
export function LineEvidence({ report, at, onClose }: { report: Report; at: Attaching; onClose: () => void }) {
  const { say } = useText();
  const line = report.lineItems.find(({ indicator }) => indicator.code === at.indicator);
  const files = report.evidence.filter(({ indicator }) => indicator?.code === at.indicator);
  const [isAdding, setAdding] = useState(at.file !== null || files.length === 0);
  if (line === undefined) return null;
  if (isAdding && report.may.evidence) {
    return <EvidenceDialog report={report} line={line} file={at.file} onClose={onClose} />;
  }
  return (
    <Drawer title={`${say("report.evidence.title")} · ${line.indicator.name}`} onClose={onClose}>
      <EvidenceList report={report} files={files} />
      {report.may.evidence && (
        <p>
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {say("report.evidence.add")}
          </button>
        </p>
      )}
    </Drawer>
  );
}

/** How many files stand at each line. */
export function countFiles({ evidence }: Pick<Report, "evidence">): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { indicator } of evidence) {
    if (indicator !== null) counts.set(indicator.code, (counts.get(indicator.code) ?? 0) + 1);
  }
  return counts;
}
