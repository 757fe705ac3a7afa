import { useState } from "react";
import { ApiError, type Fault, type Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FileField, ProgressBar } from "../../ui/file-field.tsx";
import { faultSentence, sendForm } from "../../upload.ts";
import { groupFaults } from "./fault-groups.ts";
import { useStep } from "./query.ts";
import { readReport, uploadAddress } from "./request.ts";
import "./excel-dialog.css";

const excel = ".xlsx";

/** Uploads a filled template: all of it is stored, or nothing with every finding at its cell. */
export function ExcelDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const { say } = useText();
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const [stored, setStored] = useState<number | null>(null);
  const step = useStep(report.id, async (chosen: File) => {
    const form = new FormData();
    form.set("file", chosen);
    const answer = await sendForm({ address: uploadAddress(report.id), form, onSent: setShare });
    setStored(storedOf(answer));
    return readReport(report.id, new AbortController().signal);
  });
  const { error } = step;
  if (step.isSuccess) {
    return (
      <Dialog
        title={say("report.excel.upload")}
        action={say("page.close")}
        isNotice
        onAction={onClose}
        onClose={onClose}
      >
        <p role="status">{say("report.excel.stored", { count: stored ?? 0 })}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={say("report.excel.upload")}
      action={say("report.excel.send")}
      isReady={file !== null}
      isBusy={step.isPending}
      error={error === null ? undefined : <UploadFaults error={error} />}
      onClose={onClose}
      onAction={() => file !== null && step.mutate(file)}
    >
      <p>{say("report.excel.how")}</p>
      <FileField
        label={say("report.excel.file")}
        accept={excel}
        file={file}
        onFile={(chosen) => {
          setFile(chosen);
          step.reset();
        }}
      />
      {step.isPending && (
        <ProgressBar
          label={say(share < 1 ? "report.excel.sending" : "report.excel.checking")}
          share={share < 1 ? share : null}
        />
      )}
    </Dialog>
  );
}

function storedOf(answer: unknown): number {
  const stored: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "stored") : 0;
  return typeof stored === "number" ? stored : 0;
}

/** Why a file was not taken: everything at once, what is the same said once with all its cells. */
export function UploadFaults({ error }: { error: Error }) {
  const { say } = useText();
  const faults: readonly Fault[] = error instanceof ApiError ? error.faults : [];
  const more = error instanceof ApiError ? error.more : 0;
  const groups = groupFaults(faults);
  const hasCells = groups.some(({ cells }) => cells.length > 0);
  return (
    <>
      <p>
        <strong>{say("report.excel.refused")}</strong>{" "}
        {faults.length === 0
          ? faultSentence(error, say("page.state.offline"))
          : hasCells && say("report.excel.nothing")}
      </p>
      <ul className="upload-faults">
        {groups.map(({ detail, cells }) => (
          <li key={detail}>
            {cells.length > 0 && <strong>{cells.join(say("page.list"))}</strong>} {detail}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{say("report.excel.more", { count: more })}</p>}
    </>
  );
}
