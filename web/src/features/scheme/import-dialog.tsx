import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { FileField } from "../../ui/file-field.tsx";
import { importScheme } from "./request.ts";

/** A scheme's file as a new draft; what is wrong with it is told all at once. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { say } = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [code, setCode] = useState("");
  const bringing = useMutation({
    mutationFn: async () => importScheme({ text: (await file?.text()) ?? "", code: code.trim() || null }),
    onSuccess: (scheme) => {
      void queries.invalidateQueries({ queryKey: ["schemes"] });
      void navigate({ to: "/schemes/$scheme", params: { scheme: scheme.code } });
    },
  });
  return (
    <Dialog
      title={say("scheme.bring.title")}
      action={say("scheme.bring.action")}
      onAction={() => bringing.mutate()}
      onClose={onClose}
      isBusy={bringing.isPending}
      isReady={file !== null}
      {...(bringing.error !== null && { error: <Refused error={bringing.error} /> })}
    >
      <FileField
        label={say("scheme.bring.file")}
        hint={say("scheme.bring.hint")}
        accept=".json,application/json"
        file={file}
        onFile={setFile}
      />
      <TextField
        label={say("scheme.bring.code")}
        hint={say("scheme.bring.codeHint")}
        most={64}
        value={code}
        onChange={setCode}
      />
    </Dialog>
  );
}

function Refused({ error }: { error: Error }) {
  const { say } = useText();
  const faults = error instanceof ApiError ? error.faults : [];
  return (
    <>
      <p>{error.message}</p>
      {faults.length > 0 && <p>{say("scheme.bring.faults", { count: faults.length })}</p>}
      <ul className="scheme-told">
        {faults.map(({ field, detail }, at) => (
          <li key={`${field} ${at}`}>
            {detail} <code className="quiet">{field}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
