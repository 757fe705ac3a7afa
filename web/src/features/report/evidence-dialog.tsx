import { evidenceKinds, mostEvidenceBytes } from "@yuanbiao/core/evidence";
import { useState } from "react";
import type { LineItem, Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { FileField, ProgressBar } from "../../ui/file-field.tsx";
import { faultSentence, sendForm } from "../../upload.ts";
import { sizeWords } from "./file-size.ts";
import { useStep } from "./query.ts";
import { evidenceAddress, readReport } from "./request.ts";

type Kind = (typeof evidenceKinds)[number];
const accepted = ".pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff,.docx,.xlsx,.pptx";

interface DialogParts {
  readonly report: Report;
  /** The line that the file supports; null for the whole report, or where one chooses. */
  readonly line: LineItem | null;
  readonly file: File | null;
  readonly kind?: Kind;
  readonly onClose: () => void;
}

/** Puts a file beside a figure or the whole report; a signed scan says by its code which sheet it is. */
export function EvidenceDialog({ report, line, file: first, kind: firstKind = "statistics", onClose }: DialogParts) {
  const { say } = useText();
  const [file, setFile] = useState(first);
  const [kind, setKind] = useState<Kind>(firstKind);
  const [indicator, setIndicator] = useState(line?.indicator.code ?? "");
  const [words, setWords] = useState({ issuer: "", issuedOn: "", note: "", printCode: "" });
  const [share, setShare] = useState(0);
  const step = useStep(report.id, async (chosen: File) => {
    const form = new FormData();
    form.set("file", chosen);
    form.set("kind", kind);
    const { printCode, ...others } = words;
    const fields = {
      indicator: kind === "seal" ? "" : indicator,
      printCode: kind === "seal" ? printCode : "",
      ...others,
    };
    for (const [name, text] of Object.entries(fields)) if (text.trim() !== "") form.set(name, text.trim());
    await sendForm({ address: evidenceAddress(report.id), form, onSent: setShare });
    return readReport(report.id, new AbortController().signal);
  });
  const isTooLarge = file !== null && file.size > mostEvidenceBytes;
  const isReady = file !== null && !isTooLarge && (kind !== "seal" || words.printCode.trim() !== "");
  const lines = [
    { value: "", label: say("report.evidence.whole") },
    ...report.lineItems.map(({ indicator: { code, name } }) => ({ value: code, label: name })),
  ];
  return (
    <Dialog
      title={say(firstKind === "seal" ? "report.tools.seal" : "report.evidence.add")}
      action={say("report.evidence.upload")}
      isReady={isReady}
      isBusy={step.isPending}
      error={step.error === null ? undefined : faultSentence(step.error, say("page.state.offline"))}
      onClose={onClose}
      onAction={() => file !== null && step.mutate(file, { onSuccess: onClose })}
    >
      <FileField
        label={say("report.evidence.file")}
        accept={accepted}
        hint={say("report.evidence.limit", { size: sizeWords(mostEvidenceBytes) })}
        file={file}
        onFile={setFile}
      />
      {isTooLarge && <p className="field-error">{say("report.evidence.tooLarge")}</p>}
      <ChoiceField
        label={say("report.evidence.kindLabel")}
        value={kind}
        options={evidenceKinds.map((value) => ({ value, label: say(`report.evidence.kind.${value}`) }))}
        onChange={setKind}
      />
      {kind === "seal" ? (
        <TextField
          label={say("report.evidence.printCode")}
          hint={say("report.evidence.printCodeHint")}
          most={20}
          value={words.printCode}
          onChange={(printCode) => setWords({ ...words, printCode })}
        />
      ) : (
        <ChoiceField label={say("report.evidence.of")} value={indicator} options={lines} onChange={setIndicator} />
      )}
      <TextField
        label={say("report.evidence.issuer")}
        most={200}
        value={words.issuer}
        onChange={(issuer) => setWords({ ...words, issuer })}
      />
      <TextField
        type="date"
        label={say("report.evidence.issuedOn")}
        value={words.issuedOn}
        onChange={(issuedOn) => setWords({ ...words, issuedOn })}
      />
      <TextField
        label={say("report.evidence.note")}
        most={500}
        value={words.note}
        onChange={(note) => setWords({ ...words, note })}
      />
      {step.isPending && <ProgressBar label={say("report.evidence.sending")} share={share} />}
    </Dialog>
  );
}
