import { type Language, languages } from "../text/text.ts";
import { type Theme, themes } from "../ui/tokens.ts";

const keys = { language: "yuanbiao-language", theme: "yuanbiao-theme" } as const;

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be forbidden; then nothing is remembered
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // see above
  }
}

/** What this person chose last; a link that says otherwise wins. Chinese first. */
export function rememberedLanguage(): Language {
  return languages.find((language) => language === recall(keys.language)) ?? "zh-CN";
}

export function rememberedTheme(): Theme {
  return themes.find((theme) => theme === recall(keys.theme)) ?? "light";
}

export function rememberLanguage(language: Language): void {
  keep(keys.language, language);
}

export function rememberTheme(theme: Theme): void {
  keep(keys.theme, theme);
}
