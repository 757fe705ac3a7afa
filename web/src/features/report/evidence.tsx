import { useState } from "react";
import type { Evidence, Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Original } from "../../ui/original.tsx";
import { Section, Tag } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { EvidenceDialog } from "./evidence-dialog.tsx";
import { EvidenceDrawer } from "./evidence-drawer.tsx";
import { sizeWords } from "./file-size.ts";
import { useStep } from "./query.ts";
import { readReport, withdrawEvidence } from "./request.ts";
import "./evidence.css";

/** 佐证材料: every file of a report, and where one puts another. */
export function EvidenceSection({ report }: { report: Report }) {
  const { say } = useText();
  const [isAdding, setAdding] = useState(false);
  const { evidence, may } = report;
  if (evidence.length === 0 && !may.evidence) return null;
  return (
    <Section
      title={say("report.evidence.title")}
      note={evidence.length === 0 ? undefined : say("report.evidence.count", { count: evidence.length })}
      tools={
        may.evidence && (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {say("report.evidence.add")}
          </button>
        )
      }
    >
      {evidence.length === 0 ? (
        <Empty>{say("report.evidence.empty")}</Empty>
      ) : (
        <EvidenceList report={report} files={evidence} />
      )}
      {isAdding && <EvidenceDialog report={report} line={null} file={null} onClose={() => setAdding(false)} />}
    </Section>
  );
}

export function EvidenceList({ report, files }: { report: Report; files: readonly Evidence[] }) {
  const [shown, setShown] = useState<Evidence | null>(null);
  return (
    <>
      <ul className="evidence-list">
        {files.map((file) => (
          <EvidenceRow key={file.id} report={report} file={file} onShow={() => setShown(file)} />
        ))}
      </ul>
      {shown !== null && <EvidenceDrawer file={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function EvidenceRow({ report, file, onShow }: { report: Report; file: Evidence; onShow: () => void }) {
  const { say } = useText();
  const { kind, indicator, issuer, issuedOn, size, note, recordedAt, matches, isOwn } = file;
  const [isAsking, setAsking] = useState(false);
  const about = [issuer, issuedOn, sizeWords(size), instantName(recordedAt)].filter((part) => part !== null);
  return (
    <li className="evidence-row">
      <div>
        <button type="button" className="button-quiet evidence-name" onClick={onShow}>
          <Original>{file.fileName}</Original>
        </button>
        <p className="quiet">
          {`${say(`report.evidence.kind.${kind}`)} · ${indicator?.name ?? say("report.evidence.whole")} · ${about.join(" · ")}`}
        </p>
        {note !== null && (
          <p>
            <Original>{note}</Original>
          </p>
        )}
        {matches !== null && (
          <Tag kind={matches === "current" ? "accent" : "warn"}>{say(`report.evidence.matches.${matches}`)}</Tag>
        )}
      </div>
      {report.may.withdraw && isOwn && (
        <button type="button" className="button-quiet" onClick={() => setAsking(true)}>
          {say("report.evidence.withdraw")}
          <span className="visually-hidden">
            <Original>{file.fileName}</Original>
          </span>
        </button>
      )}
      {isAsking && <WithdrawDialog report={report} file={file} onClose={() => setAsking(false)} />}
    </li>
  );
}

function WithdrawDialog({ report, file, onClose }: { report: Report; file: Evidence; onClose: () => void }) {
  const { say } = useText();
  const { id, version } = file;
  const step = useStep(report.id, async () => {
    await withdrawEvidence({ id, version });
    return readReport(report.id, new AbortController().signal);
  });
  return (
    <Dialog
      title={say("report.evidence.withdrawTitle")}
      action={say("report.evidence.withdraw")}
      isBusy={step.isPending}
      error={step.error?.message}
      onClose={onClose}
      onAction={() => step.mutate(undefined, { onSuccess: onClose })}
    >
      <p className="break">{say("report.evidence.withdrawText", { name: file.fileName })}</p>
    </Dialog>
  );
}
