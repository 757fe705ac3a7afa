import { useMutation, useQueryClient } from "@tanstack/react-query";
import { addDays } from "@yuanbiao/core/day";
import { useState } from "react";
import type { Missing } from "../../api.ts";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import type { Addressee } from "./addressee.ts";
import { savePaper, sendLetter } from "./request.ts";

interface DialogParts {
  readonly addressee: Addressee;
  readonly today: string;
  readonly onSent: (id: string, count: number) => void;
  readonly onClose: () => void;
}

const daysToAnswer = 14;

/** A letter to one department, ready to be sent: everything that it owes, until a fortnight from today. */
export function LetterDialog({ addressee: { code, name, city, items }, today, onSent, onClose }: DialogParts) {
  const { say } = useText();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>([...new Set(items.map(({ target }) => target.id))]);
  const [head, setHead] = useState({
    ...{ answerBy: addDays(today, daysToAnswer), number: "", signer: say("letter.signerDefault") },
  });
  const number = head.number.trim() === "" ? null : head.number.trim();
  const sending = useMutation({
    mutationFn: () =>
      sendLetter({
        ...{ city, department: code, area: null, targets: [...chosen], reports: [] },
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
  readonly items: readonly Missing[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

function ItemTicks({ items, chosen, onChange }: TicksParts) {
  const { say, language } = useText();
  return (
    <fieldset>
      <legend className="field-label">{say("letter.items", { count: chosen.length })}</legend>
      <div className="letter-items">
        {items.map(({ target, area, indicator, period, daysOverdue }) => (
          <label key={`${target.id} ${period}`} className="letter-item">
            <input
              type="checkbox"
              checked={chosen.includes(target.id)}
              onChange={() =>
                onChange(chosen.includes(target.id) ? chosen.filter((id) => id !== target.id) : [...chosen, target.id])
              }
            />
            <span>
              {say("letter.item", {
                ...{ area: area.name, indicator: indicator.name, period: periodName(period, language) },
              })}
              {daysOverdue !== null && <span className="quiet"> {say("letter.overdue", { count: daysOverdue })}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
