import { isQuantity } from "@yuanbiao/core/quantity";
import type { Scheme } from "@yuanbiao/core/scheme";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/state.tsx";
import { useScheme, useWhatIf } from "./query.ts";
import type { Evaluation } from "./request.ts";
import { type Supposed, type SupposedKind, supposables, supposedKinds, suppositionOf } from "./supposition.ts";
import { WhatIfResult } from "./what-if-result.tsx";
import "./what-if.css";

/** 情景测算: what would differ if some figures, targets, weights or counts were others; nothing of it is stored. */
export function WhatIfSection({ evaluation }: { evaluation: Evaluation }) {
  const { say } = useText();
  const scheme = useScheme(evaluation.scheme.code);
  return (
    <Section title={say("evaluation.whatIf.title")} note={say("evaluation.whatIf.note")} className="what-if">
      <Loaded query={scheme}>{({ scheme: body }) => <WhatIf evaluation={evaluation} scheme={body} />}</Loaded>
    </Section>
  );
}

interface Parts {
  readonly evaluation: Evaluation;
  readonly scheme: Scheme;
}

function WhatIf({ evaluation, scheme }: Parts) {
  const { say, language } = useText();
  const [list, setList] = useState<readonly Supposed[]>([]);
  const asking = useWhatIf(evaluation.id);
  const change = (next: readonly Supposed[]) => {
    setList(next);
    asking.reset();
  };
  const wordsOf = ({ kind, area, code, value }: Supposed): string => {
    const whose = evaluation.members.find((member) => member.area.code === area)?.area.name;
    const what = supposables(scheme, kind, language === "en").find((one) => one.code === code)?.name ?? code;
    const place = [whose, what, say(`evaluation.whatIf.kind.${kind}`)].filter((part) => part !== undefined);
    return `${place.join(" · ")}${say("page.colon")}${value}`;
  };
  return (
    <>
      <SupposeForm {...{ evaluation, scheme }} onAdd={(one) => change([...list, one])} />
      {list.length > 0 && (
        <ul className="what-if-list">
          {list.map((one, at) => (
            <li key={`${at} ${one.code}`}>
              {wordsOf(one)}
              <button
                type="button"
                className="button-quiet"
                onClick={() => change(list.filter((_, other) => other !== at))}
              >
                {say("evaluation.whatIf.remove")}
                <span className="visually-hidden">{wordsOf(one)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        className="button button-primary"
        disabled={list.length === 0 || asking.isPending}
        onClick={() => asking.mutate(suppositionOf(list, scheme))}
      >
        {say("evaluation.whatIf.action")}
      </button>
      {asking.error !== null && (
        <p className="field-error" role="alert">
          {asking.error.message}
        </p>
      )}
      {asking.data !== undefined && <WhatIfResult evaluation={evaluation.id} answer={asking.data} />}
    </>
  );
}

const isWhole = (text: string): boolean => /^\d{1,6}$/.test(text);

/** One more thing that is supposed. */
function SupposeForm({ evaluation, scheme, onAdd }: Parts & { onAdd: (one: Supposed) => void }) {
  const { say, language } = useText();
  const [kind, setKind] = useState<SupposedKind>("figures");
  const [area, setArea] = useState(evaluation.members[0]?.area.code ?? "");
  const [chosen, setChosen] = useState("");
  const [value, setValue] = useState("");
  const things = supposables(scheme, kind, language === "en");
  const code = things.some((one) => one.code === chosen) ? chosen : (things[0]?.code ?? "");
  const typed = value.trim();
  const isGood = kind === "counts" ? isWhole(typed) : isQuantity(typed);
  return (
    <form
      className="what-if-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isGood || code === "") return;
        onAdd({ kind, area: kind === "weights" ? "" : area, code, value: typed });
        setValue("");
      }}
    >
      <ChoiceField
        label={say("evaluation.whatIf.what")}
        value={kind}
        options={supposedKinds.map((one) => ({ value: one, label: say(`evaluation.whatIf.kind.${one}`) }))}
        onChange={setKind}
      />
      {kind !== "weights" && (
        <ChoiceField
          label={say("evaluation.ranking.area")}
          value={area}
          options={evaluation.members.map((member) => ({ value: member.area.code, label: member.area.name }))}
          onChange={setArea}
        />
      )}
      <ChoiceField
        label={say("evaluation.analysis.criterion")}
        value={code}
        options={things.map((one) => ({ value: one.code, label: one.name }))}
        onChange={setChosen}
      />
      <TextField
        label={say("evaluation.whatIf.value")}
        value={value}
        error={typed === "" || isGood ? undefined : say("evaluation.dialog.bad")}
        onChange={setValue}
      />
      <button type="submit" className="button" disabled={!isGood || code === ""}>
        {say("evaluation.whatIf.add")}
      </button>
    </form>
  );
}
