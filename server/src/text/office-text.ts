import type { Language } from "../language.ts";

/** Who sets targets, follows them and signs the papers on them. */
export const coordinatingOffice = (language: Language): string =>
  language === "en" ? "Office of the Leading Group" : "领导小组办公室";
