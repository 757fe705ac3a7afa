import { useMutation } from "@tanstack/react-query";
import { Rounding } from "@yuanbiao/core/scorer-rounding";
import type { ScorerConfig } from "@yuanbiao/core/scorer-run";
import { useId, useState } from "react";
import { toldOf } from "../../fault.ts";
import { trimmed } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { TextField } from "../../ui/field.tsx";
import { useEditing, useNames } from "./editing.ts";
import { previewScore } from "./request.ts";
import { findScorer, inputFields, inputsOf } from "./scorer-inputs.ts";
import { fieldsAt, type Path, readAt, type Tree } from "./tree.ts";
import { TryOutAnswer } from "./try-out-answer.tsx";
import { TryOutField } from "./try-out-field.tsx";
import { pointsOfGroup, typesOf } from "./weighing.ts";

/** 试算: what the rule gives for figures that are typed in. Stores nothing. */
export function TryOut({ path, name }: { path: Path; name: string }) {
  const { tree } = useEditing();
  const { say } = useText();
  const id = useId();
  const scorer = findScorer(readAt(tree, [...path, "scorer"]));
  return (
    <section className="scheme-try" aria-labelledby={id}>
      <h4 id={id} className="scheme-legend">
        {say("scheme.tryOut.title")}
        <span className="visually-hidden">
          {say("page.colon")}
          {name}
        </span>
      </h4>
      <p className="quiet">{say("scheme.tryOut.note")}</p>
      {scorer === undefined ? (
        <p className="quiet">{say("scheme.tryOut.faulty")}</p>
      ) : (
        <Trial scorer={scorer} weight={weightAt(tree, path)} rounding={roundingOf(tree)} />
      )}
    </section>
  );
}

/** The criterion's effective points for the first park type that it applies to. */
function weightAt(tree: Tree, path: Path): string {
  const at = Number(path.at(-1));
  const points = typesOf(tree).map(({ code }) => pointsOfGroup(tree, path.slice(0, 2), code)[at] ?? null);
  return trimmed(points.find((one) => one !== null) ?? "");
}

function roundingOf(tree: Tree): Rounding {
  const { mode, scale } = fieldsAt(tree, ["rounding"]);
  const parsed = Rounding.safeParse({ mode, scale });
  return parsed.success ? parsed.data : Rounding.parse({});
}

function Trial({ scorer, weight, rounding }: { scorer: ScorerConfig; weight: string; rounding: Rounding }) {
  const { say } = useText();
  const { option } = useNames();
  const [typed, setTyped] = useState<Readonly<Record<string, unknown>>>({});
  const [own, setOwn] = useState<string | null>(null);
  const [asked, setAsked] = useState("");
  const fields = inputFields(scorer);
  const body = { scorer, weight: own ?? weight, rounding, inputs: inputsOf(fields, typed) };
  const question = JSON.stringify(body);
  const trying = useMutation({
    mutationFn: () => {
      setAsked(question);
      const { weight: given, ...rest } = body;
      return previewScore(given === "" ? rest : body);
    },
  });
  const { error } = trying;
  const told = (field: string) => toldOf(error, field);
  return (
    <>
      <div className="scheme-fields">
        <TextField label={say("scheme.tryOut.weight")} value={own ?? weight} error={told("weight")} onChange={setOwn} />
        {fields.map(([name, spec]) => (
          <TryOutField
            key={name}
            {...{ name, spec, told, typed: typed[name] }}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))}
      </div>
      <p className="quiet">
        {say("scheme.tryOut.mode", { mode: option(["rounding", "mode"], rounding.mode), scale: rounding.scale })}
      </p>
      <div>
        <button type="button" className="button" disabled={trying.isPending} onClick={() => trying.mutate()}>
          {say(trying.data === undefined ? "scheme.tryOut.action" : "scheme.tryOut.again")}
        </button>
      </div>
      {error !== null && (
        <p className="field-error" role="alert">
          {error.message}
        </p>
      )}
      {asked !== "" && asked !== question && <p className="quiet">{say("scheme.tryOut.stale")}</p>}
      {trying.data !== undefined && error === null && <TryOutAnswer answer={trying.data} />}
    </>
  );
}
