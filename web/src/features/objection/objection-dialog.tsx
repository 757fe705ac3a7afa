import { mostEvidenceBytes } from "@yuanbiao/core/evidence";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/field.tsx";
import { FileField, ProgressBar } from "../../ui/file-field.tsx";
import { faultSentence } from "../../upload.ts";
import { useObjecting } from "./query.ts";
import { addFile, makeObjection, type NewObjection } from "./request.ts";

const accepted = ".pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff,.docx,.xlsx,.pptx";
const megabytes = `${mostEvidenceBytes / 1024 / 1024}\u00a0MB`;

/** To which line of whom. */
export interface ObjectedLine {
  readonly evaluation: string;
  readonly area: { readonly code: string; readonly name: string };
  readonly criterion: { readonly code: string; readonly name: string };
}

/** An objection to one line: the claim, and what supports it. */
export function ObjectionDialog({ line, onClose }: { line: ObjectedLine; onClose: () => void }) {
  const { say } = useText();
  const [claim, setClaim] = useState("");
  const [files, setFiles] = useState<readonly File[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const [halfway, setHalfway] = useState<string | null>(null);
  const { evaluation, area, criterion } = line;
  const body: NewObjection = { evaluation, area: area.code, criterion: criterion.code, claim: claim.trim() };
  const act = useObjecting(async () => {
    const { id } = await makeObjection(body);
    for (const file of files) {
      try {
        await addFile(id, file, setShare);
      } catch (error) {
        setHalfway(say("objection.halfway", { why: faultSentence(error, say("page.state.offline")) }));
        return false;
      }
    }
    return true;
  });
  const isTooLarge = files.some(({ size }) => size > mostEvidenceBytes);
  const isDone = halfway !== null;
  return (
    <Dialog
      title={say("objection.make")}
      action={say(isDone ? "page.close" : "objection.make")}
      isNotice={isDone}
      isReady={isDone || (body.claim !== "" && !isTooLarge)}
      isBusy={act.isPending}
      error={act.error?.message ?? halfway ?? undefined}
      onClose={onClose}
      onAction={() => (isDone ? onClose() : act.mutate(undefined, { onSuccess: (isWhole) => isWhole && onClose() }))}
    >
      <p>{say("objection.makeText", { area: area.name, criterion: criterion.name })}</p>
      <TextArea label={say("objection.claim")} value={claim} most={4000} isRequired onChange={setClaim} />
      <FileField
        label={say("objection.files")}
        accept={accepted}
        hint={say("objection.filesHint", { size: megabytes })}
        file={null}
        onFile={(file) => setFiles([...files, file])}
      />
      {files.length > 0 && (
        <ul className="objection-files">
          {files.map((file, at) => (
            <li key={`${at} ${file.name}`}>
              <span className="break">{file.name}</span>
              {file.size > mostEvidenceBytes && <span className="field-error">{say("objection.tooLarge")}</span>}
              <button
                type="button"
                className="button-quiet"
                onClick={() => setFiles(files.filter((_, other) => other !== at))}
              >
                {say("objection.remove")}
                <span className="visually-hidden">{file.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {act.isPending && files.length > 0 && <ProgressBar label={say("objection.sending")} share={share} />}
    </Dialog>
  );
}

/** One more file beside an objection that waits for its answer. */
export function AddFileDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { say } = useText();
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const act = useObjecting((chosen: File) => addFile(id, chosen, setShare));
  const isTooLarge = file !== null && file.size > mostEvidenceBytes;
  return (
    <Dialog
      title={say("objection.add")}
      action={say("objection.add")}
      isReady={file !== null && !isTooLarge}
      isBusy={act.isPending}
      error={act.error === null ? undefined : faultSentence(act.error, say("page.state.offline"))}
      onClose={onClose}
      onAction={() => file !== null && act.mutate(file, { onSuccess: onClose })}
    >
      <FileField
        label={say("objection.files")}
        accept={accepted}
        hint={say("objection.filesHint", { size: megabytes })}
        file={file}
        onFile={setFile}
      />
      {isTooLarge && <p className="field-error">{say("objection.tooLarge")}</p>}
      {act.isPending && <ProgressBar label={say("objection.sending")} share={share} />}
    </Dialog>
  );
}
