import type { LineState } from "@yuanbiao/core/report";
import type { Language } from "../language.ts";

interface VerificationWords {
  readonly name: string;
  readonly withheld: string;
  readonly department: string;
  readonly list: string;
  readonly state: Record<Exclude<LineState, "value" | "empty">, string>;
  /** The reported figure was corrected since; the old one is said. */
  verifiedBefore(value: string): string;
  adoptedBefore(value: string): string;
}

const words: Record<Language, VerificationWords> = {
  "zh-CN": {
    name: "数据核定表",
    withheld: "依法不公布",
    department: "责任部门",
    list: "、",
    state: { "not-reported": "未报", "not-applicable": "不适用" },
    verifiedBefore: (value) => `原核定 ${value}，上报数已更正，待重新核定`,
    adoptedBefore: (value) => `原采用 ${value}，待重新采用`,
  },
  en: {
    name: "Verification of figures",
    withheld: "withheld by law",
    department: "The department in charge",
    list: ", ",
    state: { "not-reported": "not reported", "not-applicable": "not applicable" },
    verifiedBefore: (value) => `verified before the correction as ${value}; to be verified anew`,
    adoptedBefore: (value) => `adopted before as ${value}; to be adopted anew`,
  },
};

/** The words that the rows of a 核定表 need. */
export const verificationText = (language: Language): VerificationWords => words[language];
