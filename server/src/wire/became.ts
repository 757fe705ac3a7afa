import type { ValueState } from "@yuanbiao/core/observation";
import type { Language } from "../language.ts";
import type { LineOutcomes } from "../reporting-outcomes.ts";
import { verificationText } from "../text/verification-text.ts";
import { stateText } from "../text/workbook.ts";
import type { Became, Told } from "../workbook/shape.ts";

interface Stated {
  readonly state: ValueState;
  readonly value: string | null;
}

/** What has become of a figure, as a sheet tells it: what stands no more in words, so that no sum takes it in. */
export function becameOf({ verification, adopted }: LineOutcomes, language: Language): Became {
  const { verifiedBefore, adoptedBefore } = verificationText(language);
  const wordsOf = (state: ValueState) => (state === "not-computable" ? "—" : stateText(language, state));
  const told = ({ state, value }: Stated): Told => (value === null ? { words: wordsOf(state) } : { value });
  const toldBefore = ({ state, value }: Stated, say: (value: string) => string): Told => ({
    words: say(value ?? wordsOf(state)),
  });
  return {
    verified:
      verification && (verification.stands ? told(verification.found) : toldBefore(verification.found, verifiedBefore)),
    adopted: adopted && (adopted.stands ? told(adopted.figure) : toldBefore(adopted.figure, adoptedBefore)),
  };
}
