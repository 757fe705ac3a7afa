export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** The language of an answer: English where the first accepted language is English, Chinese otherwise. */
export function languageOf(accepted: string | undefined): Language {
  return /^\s*en\b/i.test(accepted ?? "") ? "en" : "zh-CN";
}

/** A name or note in the language asked for; Chinese where no English one is there. */
export function spoken(language: Language, chinese: string, english: string | null): string {
  return language === "en" ? (english ?? chinese) : chinese;
}
