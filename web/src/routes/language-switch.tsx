import { useNavigate } from "@tanstack/react-router";
import { type Language, useText } from "../text/text.ts";
import { rememberLanguage } from "./remembered.ts";

/** Changes to the other language, and keeps it. */
export function LanguageSwitch({ language }: { language: Language }) {
  const { say } = useText();
  const navigate = useNavigate();
  const other: Language = language === "en" ? "zh-CN" : "en";
  return (
    <button
      type="button"
      className="button-quiet"
      lang={other}
      onClick={() => {
        rememberLanguage(other);
        void navigate({ to: ".", search: (view) => ({ ...view, lang: other }), replace: true, resetScroll: false });
      }}
    >
      {say("page.language")}
    </button>
  );
}
