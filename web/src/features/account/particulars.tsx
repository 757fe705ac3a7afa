import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { TextField } from "../../ui/field.tsx";

/** What is written of a person. */
export interface Particulars {
  readonly name: string;
  readonly office: string;
  readonly phone: string;
  readonly expiresOn: string;
  readonly singleSignOn: boolean;
}

export const blankParticulars: Particulars = { name: "", office: "", phone: "", expiresOn: "", singleSignOn: false };

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export const bodyOf = ({ name, office, phone, expiresOn, singleSignOn }: Particulars) => ({
  ...{ name: name.trim(), office: orNull(office), phone: orNull(phone), expiresOn: orNull(expiresOn), singleSignOn },
});

interface FieldsParts {
  readonly value: Particulars;
  readonly onChange: (value: Particulars) => void;
  readonly error: Error | null;
}

export function ParticularFields({ value, onChange, error }: FieldsParts) {
  const { say } = useText();
  const field = (name: "name" | "office" | "phone" | "expiresOn") => ({
    value: value[name],
    onChange: (text: string) => onChange({ ...value, [name]: text }),
    error: toldOf(error, name),
  });
  return (
    <>
      <TextField label={say("account.person")} most={100} isRequired {...field("name")} />
      <TextField label={say("account.office")} most={200} {...field("office")} />
      <TextField label={say("account.phone")} most={200} {...field("phone")} />
      <TextField
        label={say("account.expiresOn")}
        type="date"
        hint={say("account.expiresHint")}
        {...field("expiresOn")}
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={value.singleSignOn}
          onChange={() => onChange({ ...value, singleSignOn: !value.singleSignOn })}
        />
        {say("account.singleSignOn")}
      </label>
    </>
  );
}
