import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { SecretField } from "./secret-field.tsx";

/** A new password as it is typed twice. */
export interface Twice {
  readonly next: string;
  readonly repeat: string;
}

export const blankTwice: Twice = { next: "", repeat: "" };
export const isTwice = ({ next, repeat }: Twice): boolean => next !== "" && next === repeat;

interface NewParts {
  readonly twice: Twice;
  readonly onChange: (twice: Twice) => void;
  readonly length: number;
  readonly error: Error | null;
  /** What the server calls it. */
  readonly field: "password" | "newPassword";
}

/** A new password, typed twice, with what it must be like. */
export function NewPassword({ twice, onChange, length, error, field }: NewParts) {
  const { say } = useText();
  const isOff = twice.repeat !== "" && !twice.next.startsWith(twice.repeat);
  return (
    <>
      <SecretField
        label={say("auth.next")}
        kind="new-password"
        hint={say("auth.rules", { length })}
        error={toldOf(error, field)}
        value={twice.next}
        onChange={(next) => onChange({ ...twice, next })}
      />
      <SecretField
        label={say("auth.repeat")}
        kind="new-password"
        error={isOff ? say("auth.differ") : undefined}
        value={twice.repeat}
        onChange={(repeat) => onChange({ ...twice, repeat })}
      />
    </>
  );
}
