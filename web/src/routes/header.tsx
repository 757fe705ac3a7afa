import { Link, useNavigate } from "@tanstack/react-router";
import { type Language, useText } from "../text/text.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import type { Theme } from "../ui/tokens.ts";
import { CitySwitch } from "./city-switch.tsx";
import { rememberLanguage, rememberTheme } from "./remembered.ts";

const places = [
  { to: "/", name: "overview", exact: true },
  { to: "/areas", name: "areas", exact: false },
  { to: "/indicators", name: "indicators", exact: false },
  { to: "/targets", name: "targets", exact: false },
  { to: "/tasks", name: "tasks", exact: false },
] as const satisfies readonly { to: string; name: IconName; exact: boolean }[];

/** Brand, places and switches; on a phone the places stand at the bottom of the screen. */
export function Header({ language, theme }: { language: Language; theme: Theme }) {
  const { say } = useText();
  return (
    <header className="header">
      <Link to="/" className="brand" title={say("page.tagline")}>
        <BrandMark />
        <span className="brand-name">{say("page.product")}</span>
      </Link>
      <nav className="nav" aria-label={say("page.nav.label")}>
        {places.map(({ to, name, exact }) => (
          <Link key={to} to={to} className="nav-link" activeOptions={{ exact, includeSearch: false }}>
            <Icon name={name} />
            {say(`page.nav.${name}`)}
          </Link>
        ))}
      </nav>
      <Switches language={language} theme={theme} />
    </header>
  );
}

function Switches({ language, theme }: { language: Language; theme: Theme }) {
  const { say } = useText();
  const navigate = useNavigate();
  const otherLanguage: Language = language === "en" ? "zh-CN" : "en";
  const otherTheme: Theme = theme === "wall" ? "light" : "wall";
  const change = (part: { lang?: Language; theme?: Theme }) =>
    void navigate({ to: ".", search: (view) => ({ ...view, ...part }), replace: true, resetScroll: false });
  return (
    <div className="switches">
      <CitySwitch />
      <button
        type="button"
        className="button-quiet"
        lang={otherLanguage}
        onClick={() => {
          rememberLanguage(otherLanguage);
          change({ lang: otherLanguage });
        }}
      >
        {say("page.language")}
      </button>
      <button
        type="button"
        className="button-quiet wide-only"
        onClick={() => {
          rememberTheme(otherTheme);
          change({ theme: otherTheme });
        }}
      >
        {theme === "wall" ? say("page.desk") : say("page.wall")}
      </button>
      <button type="button" className="button-quiet wide-only" onClick={() => window.print()}>
        {say("page.print")}
      </button>
    </div>
  );
}

function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect className="brand-ground" width="32" height="32" rx="5" />
      <rect className="brand-ink" x="6" y="13" width="14" height="6" />
      <rect className="brand-ink" x="23" y="8" width="2.5" height="16" />
    </svg>
  );
}
