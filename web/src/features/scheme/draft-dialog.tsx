import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { type DraftForm, draftAfter, draftBody } from "./next-draft.ts";
import { draftScheme, type SchemeSummary } from "./request.ts";

/** A new draft from another scheme, for the year after. */
export function DraftDialog({ schemes, onClose }: { schemes: readonly SchemeSummary[]; onClose: () => void }) {
  const { say } = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const codes = schemes.map(({ code }) => code);
  const latest = (["published", "shipped", "draft"] as const)
    .map((state) => schemes.find((scheme) => scheme.state === state))
    .find((scheme) => scheme !== undefined);
  const [form, setForm] = useState<DraftForm>(() => draftAfter(latest, codes));
  const drafting = useMutation({
    mutationFn: () => draftScheme(draftBody(form)),
    onSuccess: ({ code }) => {
      void queries.invalidateQueries({ queryKey: ["schemes"] });
      void navigate({ to: "/schemes/$scheme", params: { scheme: code } });
    },
  });
  const text = (name: Exclude<keyof DraftForm, "from">) => ({
    ...{ label: say(`scheme.draft.${name}`), value: form[name], error: toldOf(drafting.error, name) },
    onChange: (value: string) => setForm({ ...form, [name]: value }),
  });
  return (
    <Dialog
      title={say("scheme.draft.title")}
      action={say("scheme.draft.action")}
      onAction={() => drafting.mutate()}
      onClose={onClose}
      isBusy={drafting.isPending}
      isReady={draftBody(form).name !== "" && form.code !== ""}
      {...(drafting.error !== null && { error: drafting.error.message })}
    >
      <ChoiceField
        label={say("scheme.draft.from")}
        hint={say("scheme.draft.fromHint")}
        value={form.from}
        options={schemes.map(({ code, name }) => ({ value: code, label: name }))}
        error={toldOf(drafting.error, "from")}
        onChange={(from) =>
          setForm(
            draftAfter(
              schemes.find(({ code }) => code === from),
              codes,
            ),
          )
        }
      />
      <TextField {...text("code")} hint={say("scheme.draft.codeHint")} most={64} />
      <TextField {...text("name")} most={200} />
      <TextField {...text("nameEn")} most={200} />
      <div className="scheme-fields">
        <TextField {...text("evaluationYear")} most={4} />
        <TextField {...text("dataYear")} most={4} />
      </div>
    </Dialog>
  );
}
