import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Target } from "../../api.ts";
import { type Say, useText } from "../../text/text.ts";
import { dayName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { BridgeDialog } from "./bridge-dialog.tsx";
import { BridgePicker } from "./bridge-picker.tsx";
import { figureWords } from "./figure-words.ts";
import { type Bridge, readBridges } from "./request.ts";
import "./bridge.css";

/** The bridges of a target, for the office to confirm, reject or revise, and to join figures that have none. */
export function BridgeSection({ target, today }: { target: Target; today: string }) {
  const { say, language } = useText();
  const [open, setOpen] = useState<Bridge | null>(null);
  const [saved, setSaved] = useState<Bridge | null>(null);
  const query = useQuery({
    queryKey: ["bridges", language, target.id],
    queryFn: ({ signal }) => readBridges(target.id, signal),
    staleTime: 5_000,
  });
  if (query.data === undefined) return null;
  return (
    <Section title={say("bridge.title")} note={say("bridge.note")}>
      {saved !== null && (
        <Notice isLive>{say("bridge.saved", { verdict: say(`code.verdict.${saved.verdict}`) })}</Notice>
      )}
      <DataTable
        name={say("bridge.title")}
        columns={columnsOf({ say, onOpen: setOpen, day: (text) => dayName(text, language) })}
        rows={query.data}
        rowKey={({ indicator, area, caliber }) => `${indicator.code} ${area.code} ${caliber.code}`}
        empty={say("bridge.none")}
      />
      <BridgePicker target={target} bridges={query.data} onPick={setOpen} />
      {open !== null && (
        <BridgeDialog
          bridge={open}
          today={today}
          onSaved={(stored) => {
            setSaved(stored);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

interface ColumnParts {
  readonly say: Say;
  readonly day: (text: string) => string;
  readonly onOpen: (bridge: Bridge) => void;
}

function columnsOf({ say, day, onOpen }: ColumnParts): Column<Bridge>[] {
  const basis = ({ confirmedBy, confirmedOn, document }: Bridge): string =>
    [confirmedBy, confirmedOn === null ? null : day(confirmedOn), document?.name ?? null]
      .filter((part) => part !== null)
      .join(say("page.comma"));
  return [
    { id: "figure", head: say("bridge.figure"), heading: true, text: (bridge) => figureWords(bridge, say) },
    { id: "verdict", head: say("bridge.verdict"), text: ({ verdict }) => say(`code.verdict.${verdict}`) },
    { id: "reason", head: say("bridge.reason"), wide: true, text: ({ reason }) => reason },
    { id: "document", head: say("bridge.document"), text: (bridge) => basis(bridge) || say("page.none") },
    {
      id: "edit",
      head: say("bridge.edit"),
      text: () => "",
      cell: (bridge) => (
        <button
          type="button"
          className="button"
          aria-label={say("bridge.editOf", { figure: figureWords(bridge, say) })}
          onClick={() => onOpen(bridge)}
        >
          {say("bridge.edit")}
        </button>
      ),
    },
  ];
}
