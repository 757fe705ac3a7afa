import { useState } from "react";
import type { Area } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Section } from "../../ui/page.tsx";
import { actionWord } from "./audit-words.ts";
import type { AuditFilter } from "./request.ts";

interface FilterParts {
  readonly filter: AuditFilter;
  readonly actions: readonly string[];
  readonly areas: readonly Area[];
  readonly onChange: (filter: AuditFilter) => void;
}

const blank = { from: "", to: "", actor: "", action: "", area: "", subject: "", result: "" } as const;
type Draft = Record<keyof typeof blank, string>;
const results = ["done", "denied", "failed"] as const;

function filterOf({ result, ...draft }: Draft): AuditFilter {
  const given = Object.entries(draft).filter(([, text]) => text.trim() !== "");
  const found = results.find((one) => one === result);
  return {
    ...Object.fromEntries(given.map(([name, text]) => [name, text.trim()])),
    ...(found === undefined ? {} : { result: found }),
  };
}

/** By whom, what, when, where and with which outcome the trail is searched. */
export function AuditFilterForm({ filter, actions, areas, onChange }: FilterParts) {
  const { say } = useText();
  const [draft, setDraft] = useState<Draft>({ ...blank, ...filter });
  const field = (name: keyof Draft) => ({
    label: say(`audit.${name}`),
    value: draft[name],
    onChange: (text: string) => setDraft({ ...draft, [name]: text }),
  });
  const all = { value: "", label: say("audit.all") };
  const words = actions.map((action) => ({ value: action, label: actionWord(action, say) }));
  const places = areas.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Section title={say("audit.filters")}>
      <form
        className="audit-filter"
        onSubmit={(event) => {
          event.preventDefault();
          onChange(filterOf(draft));
        }}
      >
        <TextField type="date" {...field("from")} />
        <TextField type="date" {...field("to")} />
        <TextField most={64} {...field("actor")} />
        <ChoiceField options={[all, ...words]} {...field("action")} />
        <ChoiceField options={[all, { value: "system", label: say("audit.system") }, ...places]} {...field("area")} />
        <ChoiceField
          options={[all, ...results.map((value) => ({ value, label: say(`audit.results.${value}`) }))]}
          {...field("result")}
        />
        <TextField most={200} {...field("subject")} />
        <div className="audit-filter-foot">
          <button
            type="button"
            className="button"
            onClick={() => {
              setDraft(blank);
              onChange({});
            }}
          >
            {say("audit.clear")}
          </button>
          <button type="submit" className="button button-primary">
            {say("audit.apply")}
          </button>
        </div>
      </form>
    </Section>
  );
}
