import { useMutation, useQueryClient } from "@tanstack/react-query";
import { addDays } from "@yuanbiao/core/day";
import { useState } from "react";
import { toldOf } from "../../fault.ts";
import { type Language, type Say, useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import type { Addressee, Asked } from "./addressee.ts";
import { savePaper, sendLetter } from "./request.ts";

interface DialogParts {
  readonly addressee: Addressee;
  readonly today: string;
  readonly onSent: (id: string, count: number) => void;
  readonly onClose: () => void;
}

const daysToAnswer = 14;

/** A letter, ready to be sent: everything that its addressee owes, until a fortnight from today. */
export function LetterDialog({ addressee: { kind, code, name, city, items }, today, onSent, onClose }: DialogParts) {
  const { say } = useText();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>(items.map(({ id }) => id));
  const [head, setHead] = useState({
    ...{ answerBy: addDays(today, daysToAnswer), number: "", signer: say("letter.signerDefault") },
  });
  const number = head.number.trim() === "" ? null : head.number.trim();
  const chosenOf = (wanted: Asked["kind"]): string[] =>
    items.filter((item) => item.kind === wanted && chosen.includes(item.id)).map(({ id }) => id);
  const sending = useMutation({
    mutationFn: () =>
      sendLetter({
        ...{ city, department: kind === "department" ? code : null, area: kind === "area" ? code : null },
        ...{ targets: chosenOf("target"), reports: chosenOf("report") },
        ...{ answerBy: head.answerBy, signer: head.signer.trim(), number },
      }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ["letters"] });
      savePaper(id);
      onSent(id, chosen.length);
    },
  });
  const field = (key: "answerBy" | "number" | "signer") => ({
    label: say(`letter.${key}`),
    value: head[key],
    onChange: (text: string) => setHead({ ...head, [key]: text }),
    error: toldOf(sending.error, key),
  });
  return (
    <Dialog
      title={say("letter.title", { name })}
      action={say("letter.send")}
      isBusy={sending.isPending}
      isReady={chosen.length > 0}
      onAction={() => sending.mutate()}
      onClose={onClose}
      {...(sending.error !== null && { error: sending.error.message })}
    >
      <ItemTicks items={items} chosen={chosen} onChange={setChosen} />
      <TextField type="date" isRequired {...field("answerBy")} />
      <TextField most={100} {...field("number")} />
      <TextField most={100} isRequired {...field("signer")} />
    </Dialog>
  );
}

interface TicksParts {
  readonly items: readonly Asked[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

function wordsOf(item: Asked, say: Say, language: Language): string {
  if (item.kind === "report") {
    const { round, period } = item.report;
    return say("letter.report", { round: round.name, period: periodName(period, language) });
  }
  const { area, indicator, period } = item.missing;
  return say("letter.item", { area: area.name, indicator: indicator.name, period: periodName(period, language) });
}

/** Days since it should have been there; null where it is not due. */
function overdueOf(item: Asked): number | null {
  if (item.kind === "target") return item.missing.daysOverdue;
  return item.report.daysLeft < 0 ? -item.report.daysLeft : null;
}

function ItemTicks({ items, chosen, onChange }: TicksParts) {
  const { say, language } = useText();
  const turn = (id: string): string[] =>
    chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  return (
    <fieldset>
      <legend className="field-label">{say("letter.items", { count: chosen.length })}</legend>
      <div className="letter-items">
        {items.map((item) => {
          const overdue = overdueOf(item);
          return (
            <label key={item.id} className="letter-item">
              <input type="checkbox" checked={chosen.includes(item.id)} onChange={() => onChange(turn(item.id))} />
              <span>
                {wordsOf(item, say, language)}
                {overdue !== null && <span className="quiet"> {say("letter.overdue", { count: overdue })}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
