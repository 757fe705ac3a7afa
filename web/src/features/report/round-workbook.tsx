import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorOf } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FileField, ProgressBar } from "../../ui/file-field.tsx";
import { sendForm } from "../../upload.ts";
import { UploadFaults } from "./excel-dialog.tsx";
import { type ImportLine, readImportLine } from "./import-line.ts";
import { importAddress, workbookAddress } from "./request.ts";

interface RoundParts {
  readonly round: { readonly code: string; readonly name: string };
  readonly areas: number;
}

/** One workbook for many areas of a round, for who files for several. */
export function RoundWorkbook({ round, areas }: RoundParts) {
  const { say } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <p className="round-workbook">
      <span>{say("report.workbook.offer", { name: round.name, count: areas })}</span>
      <a className="button" href={workbookAddress(round.code)} download>
        {say("report.workbook.download")}
      </a>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {say("report.workbook.upload")}
      </button>
      {isOpen && <ImportDialog round={round} onClose={() => setOpen(false)} />}
    </p>
  );
}

type Progress = Extract<ImportLine, { kind: "progress" }>;

function ImportDialog({ round, onClose }: { round: RoundParts["round"]; onClose: () => void }) {
  const { say } = useText();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [outcome, setOutcome] = useState<Extract<ImportLine, { kind: "done" }> | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const send = async (chosen: File) => {
    const form = new FormData();
    form.set("file", chosen);
    setError(null);
    setProgress(null);
    setSent(0);
    const hear = (said: unknown) => {
      const line = readImportLine(said);
      if (line?.kind === "progress") setProgress(line);
      return line;
    };
    try {
      const last = hear(
        await sendForm({ address: importAddress(round.code), form, isStream: true, onSent: setSent, onLine: hear }),
      );
      if (last?.kind === "done") setOutcome(last);
      else throw errorOf(last?.kind === "problem" ? last.problem : undefined, 422, null);
      await queries.invalidateQueries();
    } catch (fault) {
      setError(fault instanceof Error ? fault : new Error(String(fault)));
    }
    setSent(null);
  };
  if (outcome !== null) {
    return (
      <Dialog
        title={say("report.workbook.upload")}
        action={say("page.close")}
        isNotice
        onAction={onClose}
        onClose={onClose}
      >
        <p role="status">{say("report.workbook.done", { stored: outcome.stored, areas: outcome.areas })}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={say("report.workbook.upload")}
      action={say("report.excel.send")}
      isReady={file !== null}
      isBusy={sent !== null}
      error={error === null ? undefined : <UploadFaults error={error} />}
      onClose={onClose}
      onAction={() => file !== null && void send(file)}
    >
      <p>{say("report.workbook.how")}</p>
      <FileField label={say("report.excel.file")} accept=".xlsx" file={file} onFile={setFile} />
      {sent !== null && <ImportProgress sent={sent} progress={progress} />}
    </Dialog>
  );
}

function ImportProgress({ sent, progress }: { sent: number; progress: Progress | null }) {
  const { say } = useText();
  if (progress === null) return <ProgressBar label={say("report.excel.sending")} share={sent} />;
  const { step, rows } = progress;
  const share = step === "reading" ? progress.share : null;
  return <ProgressBar label={say(`report.workbook.step.${step}`, { count: rows })} share={share} />;
}
