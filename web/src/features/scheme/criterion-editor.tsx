import { useText } from "../../text/text.ts";
import { useEditing, useFormWords } from "./editing.ts";
import { InputsEditor } from "./inputs-editor.tsx";
import { ListAt } from "./list-at.tsx";
import { MarksAt } from "./marks-at.tsx";
import { PlaceAt } from "./place-at.tsx";
import { criterionSpec, pick, scorerSpec } from "./shape.ts";
import { coreOf } from "./spec.ts";
import { FieldsAt, SpecAt, VariantAt } from "./spec-at.tsx";
import { listAt, type Path, textAt } from "./tree.ts";
import { TryOut } from "./try-out.tsx";
import { ruleNote } from "./words.ts";

const measured = pick(criterionSpec, "indicator", "caliber", "missing");
/** The head of the criterion says its code and its name already. */
const notes = pick(criterionSpec, "nameEn", "note", "noteEn");
const named = pick(criterionSpec, "code", "name", "nameEn", "note", "noteEn");

/** Everything that a criterion says: what is measured, by which rule, from which inputs; and the rule tried out. */
export function CriterionEditor({ path, name }: { path: Path; name: string }) {
  const { tree, isFixed } = useEditing();
  const { say } = useText();
  const words = useFormWords();
  const scorer: Path = [...path, "scorer"];
  const note = ruleNote(words, textAt(tree, [...scorer, "type"]));
  return (
    <div className="scheme-criterion">
      <fieldset className="scheme-part">
        <legend className="visually-hidden">{say("scheme.criterion.more")}</legend>
        <FieldsAt path={path} fields={isFixed ? notes : named} />
        <MarksAt path={[...path, "weight"]} />
      </fieldset>
      <fieldset className="scheme-part">
        <legend className="scheme-legend">{say("scheme.criterion.measured")}</legend>
        <FieldsAt path={path} fields={measured} />
      </fieldset>
      <PlaceAt path={scorer} legend={say("scheme.criterion.rule")}>
        {note !== undefined && <p className="quiet">{note}</p>}
        <VariantAt path={scorer} spec={scorerSpec} />
      </PlaceAt>
      <InputsEditor path={path} />
      <Benchmarks path={[...path, "benchmarks"]} />
      {!isFixed && <TryOut path={path} name={name} />}
    </div>
  );
}

function Benchmarks({ path }: { path: Path }) {
  const { tree, isFixed } = useEditing();
  const { say } = useText();
  const [, spec] = pick(criterionSpec, "benchmarks")[0] ?? [];
  const core = spec === undefined ? undefined : coreOf(spec);
  if (core?.kind !== "list" || (isFixed && listAt(tree, path).length === 0)) return null;
  return (
    <PlaceAt path={path} legend={say("scheme.criterion.benchmarks")}>
      {!isFixed && <p className="quiet">{say("scheme.criterion.benchmarksNote")}</p>}
      <ListAt path={path} spec={core}>
        {(item) => <SpecAt path={item} spec={core.item} />}
      </ListAt>
    </PlaceAt>
  );
}
