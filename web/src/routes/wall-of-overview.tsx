import { useNavigate } from "@tanstack/react-router";
import type { Summary } from "../api.ts";
import { Wall } from "../features/summary/wall.tsx";
import { useText } from "../text/text.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { rememberTheme } from "./remembered.ts";
import { OverviewReports } from "./reports-of-overview.tsx";

/** The overview as a wall shows it, with the one way out that it needs. */
export function OverviewWall({ summary }: { summary: Summary }) {
  const { say, language } = useText();
  const navigate = useNavigate();
  const leave = () => {
    rememberTheme("light");
    void navigate({ to: ".", search: (view) => ({ ...view, theme: "light" as const }), replace: true });
  };
  const back = (
    <>
      <LanguageSwitch language={language} />
      <button type="button" className="button-quiet" onClick={leave}>
        {say("page.desk")}
      </button>
    </>
  );
  return <Wall summary={summary} back={back} reports={<OverviewReports />} />;
}
