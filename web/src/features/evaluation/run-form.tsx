import type { Area } from "../../api.ts";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { blankRun, candidatesOf, proposeMembers, type RunDraft, refitMembers } from "./draft.ts";
import { useScheme } from "./query.ts";
import { readScheme, type SchemeSummary } from "./request.ts";
import "./evaluation.css";

interface FormParts {
  readonly draft: RunDraft;
  readonly onChange: (draft: RunDraft) => void;
  readonly areas: readonly Area[];
  readonly schemes: readonly SchemeSummary[];
  /** A run that is: its code and city stay. */
  readonly isFixed: boolean;
  readonly error: Error | null;
}

/** Whom an assessment is of, and by which scheme. */
export function RunForm({ draft, onChange, areas, schemes, isFixed, error }: FormParts) {
  const { say } = useText();
  const scheme = useScheme(draft.scheme).data?.scheme;
  const cities = [...new Map(areas.map(({ city }) => [city.code, city.name]))];
  const usable = schemes.filter(({ state }) => state !== "shipped");
  const choose = async (code: string) => {
    onChange({ ...draft, scheme: code });
    const { scheme: chosen } = await readScheme(code, new AbortController().signal);
    const types = chosen.parkTypes.map((type) => type.code);
    const isFirst = Object.keys(draft.members).length === 0;
    const members = isFirst ? proposeMembers(areas, draft.city, types) : refitMembers(draft.members, types);
    onChange({ ...draft, scheme: code, members });
  };
  const field = (name: "id" | "name" | "nameEn") => ({
    value: draft[name],
    error: toldOf(error, name),
    onChange: (text: string) => onChange({ ...draft, [name]: text }),
  });
  return (
    <>
      {!isFixed && (
        <TextField label={say("evaluation.form.id")} hint={say("evaluation.form.idHint")} most={64} {...field("id")} />
      )}
      <TextField label={say("evaluation.form.label")} most={200} {...field("name")} />
      <TextField label={say("evaluation.form.labelEn")} most={200} {...field("nameEn")} />
      {!isFixed && cities.length > 1 && (
        <ChoiceField
          label={say("evaluation.form.city")}
          value={draft.city}
          options={cities.map(([value, label]) => ({ value, label }))}
          error={toldOf(error, "city")}
          onChange={(city) => onChange({ ...draft, city, scheme: blankRun.scheme, members: {} })}
        />
      )}
      <ChoiceField
        label={say("evaluation.form.scheme")}
        hint={say(usable.length === 0 ? "evaluation.form.noScheme" : "evaluation.form.schemeHint")}
        value={draft.scheme}
        options={[
          { value: "", label: say("evaluation.form.choose") },
          ...usable.map(({ code, name, evaluationYear, state }) => ({
            value: code,
            label: say("evaluation.form.schemeOption", {
              ...{ name, year: evaluationYear, state: say(`scheme.state.${state}`) },
            }),
          })),
        ]}
        error={toldOf(error, "scheme")}
        onChange={(code) => code !== "" && void choose(code)}
      />
      {scheme !== undefined && (
        <MemberPicker
          areas={candidatesOf(areas, draft.city)}
          types={scheme.parkTypes}
          members={draft.members}
          onChange={(members) => onChange({ ...draft, members })}
        />
      )}
    </>
  );
}

interface PickerParts {
  readonly areas: readonly Area[];
  readonly types: readonly { readonly code: string; readonly name: string; readonly nameEn: string | null }[];
  readonly members: RunDraft["members"];
  readonly onChange: (members: RunDraft["members"]) => void;
}

/** The areas that are assessed, each with its park type. */
function MemberPicker({ areas, types, members, onChange }: PickerParts) {
  const { say, language } = useText();
  const first = types[0]?.code ?? "";
  const toggle = (code: string) => {
    const { [code]: own, ...others } = members;
    onChange(own === undefined ? { ...members, [code]: first } : others);
  };
  return (
    <fieldset>
      <legend className="field-label">
        {say("evaluation.form.members")} · {say("evaluation.form.membersOf", { count: Object.keys(members).length })}
      </legend>
      <div className="members">
        {areas.map(({ code, name }) => (
          <div key={code} className="member">
            <label>
              <input type="checkbox" checked={members[code] !== undefined} onChange={() => toggle(code)} />
              {name}
            </label>
            {members[code] !== undefined && (
              <select
                className="select"
                aria-label={say("evaluation.form.typeOf", { area: name })}
                value={members[code]}
                onChange={(event) => onChange({ ...members, [code]: event.target.value })}
              >
                {types.map((type) => (
                  <option key={type.code} value={type.code}>
                    {language === "en" ? (type.nameEn ?? type.name) : type.name}
                  </option>
                ))}
              </select>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
