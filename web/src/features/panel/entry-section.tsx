import { milestoneStates } from "@yuanbiao/core/target";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { Original } from "../../ui/original.tsx";
import { Section } from "../../ui/page.tsx";
import { usePanelChange } from "./query.ts";
import { type Entries, type Entry, writeEntry } from "./request.ts";

interface SectionParts {
  readonly assessment: string;
  readonly entries: Entries;
  readonly areas: readonly { readonly code: string; readonly name: string }[];
}

/** 考核记录: what the office counted, and how far milestones are, each with its basis. */
export function EntrySection({ assessment, entries, areas }: SectionParts) {
  const { say } = useText();
  const [edited, setEdited] = useState<Entry | "new" | null>(null);
  const columns: Column<Entry>[] = [
    { id: "area", head: say("panel.entry.area"), heading: true, text: ({ area }) => area.name },
    { id: "what", head: say("panel.entry.what"), text: ({ name }) => name },
    {
      ...{ id: "value", head: say("panel.entry.value") },
      text: ({ count, state }) =>
        state !== null ? say(`code.milestone.${state}`) : say("panel.entry.times", { count: count ?? 0 }),
    },
    {
      ...{ id: "reason", head: say("panel.entry.reason"), wide: true, text: ({ reason }) => reason },
      cell: ({ reason }) => <Original>{reason}</Original>,
    },
    { id: "at", head: say("panel.entry.at"), minor: true, text: ({ recordedAt }) => instantName(recordedAt) },
    {
      ...{ id: "edit", head: "", text: () => "" },
      cell: (entry) => (
        <button
          type="button"
          className="button-quiet"
          aria-label={say("panel.entry.editOf", { area: entry.area.name, name: entry.name })}
          onClick={() => setEdited(entry)}
        >
          {say("panel.entry.edit")}
        </button>
      ),
    },
  ];
  const canAdd = entries.codes.length > 0;
  return (
    <Section
      title={say("panel.entry.title")}
      note={say("panel.entry.note")}
      tools={
        canAdd && (
          <button type="button" className="button" onClick={() => setEdited("new")}>
            {say("panel.entry.add")}
          </button>
        )
      }
    >
      <DataTable
        name={say("panel.entry.title")}
        columns={columns}
        rows={entries.items}
        rowKey={({ area, code }) => `${area.code} ${code}`}
        empty={say(canAdd ? "panel.entry.empty" : "panel.entry.none")}
      />
      {edited !== null && (
        <EntryDialog
          {...{ assessment, entries, areas }}
          entry={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}

const isCount = (text: string): boolean => /^\d{1,6}$/.test(text.trim()) && Number(text) <= 100_000;

function EntryDialog({
  assessment,
  entries,
  areas,
  entry,
  onClose,
}: SectionParts & { entry: Entry | null; onClose: () => void }) {
  const { say } = useText();
  const [area, setArea] = useState(entry?.area.code ?? areas[0]?.code ?? "");
  const [code, setCode] = useState(entry?.code ?? entries.codes[0]?.code ?? "");
  const [count, setCount] = useState(String(entry?.count ?? 1));
  const [state, setState] = useState(entry?.state ?? "done");
  const [reason, setReason] = useState(entry?.reason ?? "");
  const kind = entries.codes.find((one) => one.code === code)?.kind ?? entry?.kind ?? "count";
  const stored = entries.items.find((one) => one.area.code === area && one.code === code);
  const change = usePanelChange(() =>
    writeEntry(assessment, {
      ...{ area, code, version: stored?.version ?? 0 },
      entry: {
        ...{ kind, reason: reason.trim() },
        count: kind === "count" ? Number(count) : null,
        state: kind === "milestone" ? state : null,
      },
    }),
  );
  const isGood = kind === "milestone" || isCount(count);
  return (
    <Dialog
      title={say(entry === null ? "panel.entry.add" : "panel.entry.edit")}
      action={say("panel.entry.action")}
      isReady={area !== "" && code !== "" && reason.trim() !== "" && isGood}
      isBusy={change.isPending}
      error={change.error?.message}
      onClose={onClose}
      onAction={() => change.mutate(undefined, { onSuccess: onClose })}
    >
      {entry === null ? (
        <>
          <ChoiceField
            label={say("panel.entry.area")}
            value={area}
            options={areas.map((one) => ({ value: one.code, label: one.name }))}
            onChange={setArea}
          />
          <ChoiceField
            label={say("panel.entry.what")}
            value={code}
            options={entries.codes.map((one) => ({ value: one.code, label: one.name }))}
            onChange={setCode}
          />
        </>
      ) : (
        <p>
          <strong>{entry.area.name}</strong> {entry.name}
        </p>
      )}
      {kind === "count" ? (
        <TextField
          label={say("panel.entry.count")}
          value={count}
          error={isGood ? undefined : say("panel.entry.bad")}
          onChange={setCount}
        />
      ) : (
        <ChoiceField
          label={say("panel.entry.state")}
          value={state}
          options={milestoneStates.map((value) => ({ value, label: say(`code.milestone.${value}`) }))}
          onChange={setState}
        />
      )}
      <TextArea label={say("panel.entry.reason")} value={reason} most={1000} onChange={setReason} />
    </Dialog>
  );
}
