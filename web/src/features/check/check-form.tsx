import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { bodyOf, type CheckDraft, draftOf, kinds, severities, trialOf } from "./draft.ts";
import { LineTicks } from "./line-ticks.tsx";
import { Preview } from "./preview.tsx";
import type { Choices } from "./query.ts";
import { type Check, tryCheck, writeCheck } from "./request.ts";
import { RuleFields } from "./rule-fields.tsx";
import type { Speech } from "./rule-words.ts";
import { isStale, type Told, toldAt, toldBelow } from "./told.ts";
import { TryOutSection } from "./try-out.tsx";

interface FormParts {
  /** Null for a new one. */
  readonly check: Check | null;
  readonly choices: Choices;
  readonly speech: Speech;
  readonly onSaved: (check: Check) => void;
  readonly onReload: () => void;
}

/** The editor of a check: what it says is told at once, what it would have done can be tried before it is saved. */
export function CheckForm({ check, choices, speech, onSaved, onReload }: FormParts) {
  const [draft, setDraft] = useState(() => draftOf(check));
  const [city, setCity] = useState(choices.cities[0]?.value ?? "");
  const [tried, setTried] = useState<CheckDraft | null>(null);
  const saving = useMutation({
    mutationFn: () => writeCheck(check?.version ?? null, bodyOf(draft)),
    onSuccess: onSaved,
  });
  const trying = useMutation<Awaited<ReturnType<typeof tryCheck>>, Error>({
    mutationFn: () => {
      saving.reset();
      setTried(draft);
      return tryCheck(city, trialOf(draft));
    },
  });
  const error = saving.error ?? trying.error;
  const parts = { draft, told: toldAt(error), set: (part: Partial<CheckDraft>) => setDraft({ ...draft, ...part }) };
  return (
    <form
      className="check-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Basics {...parts} isNew={check === null} />
      <RuleFields {...parts} choices={choices} />
      <RuleError told={parts.told} />
      {draft.kind !== "relation" && (
        <LineTicks
          choices={choices}
          chosen={draft.indicators}
          isOfShares={draft.kind === "parts"}
          error={toldBelow(error, "indicators")}
          onChange={(indicators) => parts.set({ indicators })}
        />
      )}
      <Notes {...parts} />
      <Preview draft={draft} speech={speech} />
      <TryOutSection {...{ city, cities: choices.cities, trying, speech }} onCity={setCity} isOld={tried !== draft} />
      <SaveFoot error={error} isBusy={saving.isPending} onReload={onReload} />
    </form>
  );
}

interface PartParts {
  readonly draft: CheckDraft;
  readonly set: (part: Partial<CheckDraft>) => void;
  readonly told: Told;
}

function Basics({ draft, set, told, isNew }: PartParts & { isNew: boolean }) {
  const { say } = useText();
  const text = (key: "code" | "name" | "nameEn") => ({
    ...{ label: say(`check.fields.${key}`), value: draft[key], error: told(key), most: key === "code" ? 64 : 200 },
    onChange: (value: string) => set({ [key]: value }),
  });
  return (
    <>
      <TextField {...text("code")} hint={say("check.fields.codeHint")} isFixed={!isNew} />
      <TextField {...text("name")} />
      <TextField {...text("nameEn")} />
      <ChoiceField
        label={say("check.fields.severity")}
        value={draft.severity}
        options={severities.map((value) => ({ value, label: say(`check.fields.severities.${value}`) }))}
        error={told("severity")}
        onChange={(severity) => set({ severity })}
      />
      <label className="check-tick">
        <input type="checkbox" checked={draft.active} onChange={({ target }) => set({ active: target.checked })} />
        {say("check.fields.active")}
      </label>
      <ChoiceField
        label={say("check.fields.kind")}
        value={draft.kind}
        options={kinds.map((value) => ({ value, label: say(`check.fields.kinds.${value}`) }))}
        onChange={(kind) => set({ kind })}
      />
    </>
  );
}

function RuleError({ told }: { told: Told }) {
  const words = told("rule");
  return words === undefined ? null : <p className="field-error">{words}</p>;
}

function Notes({ draft, set, told }: PartParts) {
  const { say } = useText();
  return (["note", "noteEn"] as const).map((key) => (
    <TextArea
      key={key}
      label={say(`check.fields.${key}`)}
      most={500}
      value={draft[key]}
      error={told(key)}
      onChange={(value) => set({ [key]: value })}
    />
  ));
}

function SaveFoot({ error, isBusy, onReload }: { error: Error | null; isBusy: boolean; onReload: () => void }) {
  const { say } = useText();
  const count = error instanceof ApiError ? error.faults.length : 0;
  return (
    <div className="check-foot">
      {error !== null && (
        <p className="check-told field-error" role="alert">
          {error.message} {count > 0 && !isStale(error) && say("check.sum", { count })}
        </p>
      )}
      {isStale(error) && (
        <button type="button" className="button" onClick={onReload}>
          {say("check.reload")}
        </button>
      )}
      <button type="submit" className="button button-primary" disabled={isBusy}>
        {say("check.save")}
      </button>
    </div>
  );
}
