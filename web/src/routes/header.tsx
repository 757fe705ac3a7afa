import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AccountMenu } from "../features/auth/account-menu.tsx";
import { useTodo } from "../features/report/todo.ts";
import { useSession } from "../features/session/session.ts";
import type { View } from "../paths.ts";
import { type Language, useText } from "../text/text.ts";
import { Icon } from "../ui/icon.tsx";
import type { Theme } from "../ui/tokens.ts";
import { useAssessingTodo } from "./assessing-todo.ts";
import { CitySwitch } from "./city-switch.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { barOnPhone, isWork, type Place, placesFor } from "./places.ts";
import { rememberTheme } from "./remembered.ts";

/** Brand, places and switches; on a phone the places stand at the bottom of the screen. */
export function Header({ language, theme }: { language: Language; theme: Theme }) {
  const { say } = useText();
  const actor = useSession()?.actor;
  const todo: Readonly<Partial<Record<string, number>>> = { ...useTodo(actor), ...useAssessingTodo(actor) };
  const shown = placesFor(actor);
  const bar = barOnPhone(shown);
  const rest = shown.filter((place) => !bar.has(place));
  return (
    <header className="header">
      <Link to="/" className="brand" title={say("page.tagline")}>
        <BrandMark />
        <span className="brand-name">{say("page.product")}</span>
      </Link>
      <nav className="nav" aria-label={say("page.nav.label")}>
        {shown.map((place) => (
          <PlaceLink
            key={place.to}
            place={place}
            kind={bar.has(place) ? placeKind(place) : "nav-wide"}
            count={todo[place.name] ?? 0}
          />
        ))}
        {rest.length > 0 && <More places={rest} />}
      </nav>
      <Switches language={language} theme={theme} hasCities={actor !== undefined && actor.grants.length > 0}>
        {actor !== undefined && <AccountMenu actor={actor} />}
      </Switches>
    </header>
  );
}

const placeKind = ({ work }: Place): string => (work ? "nav-work" : "nav-plain");

interface LinkParts {
  readonly place: Place;
  readonly kind: string;
  /** How much waits there. */
  readonly count?: number;
}

function PlaceLink({ place: { to, name, exact }, kind, count = 0 }: LinkParts) {
  const { say } = useText();
  return (
    <Link to={to} className={`nav-link ${kind}`} activeOptions={{ exact, includeSearch: false }}>
      <Icon name={name} />
      {say(`page.nav.${name}`)}
      {count > 0 && (
        <span className="nav-count">
          <span aria-hidden="true">{count}</span>
          <span className="visually-hidden">{say("page.todo", { count })}</span>
        </span>
      )}
    </Link>
  );
}

/** On a phone: the places that the bar has no room for. */
function More({ places }: { places: readonly Place[] }) {
  const { say } = useText();
  return (
    <details className="nav-more">
      <summary className="nav-link">
        <Icon name="more" />
        {say("page.nav.more")}
      </summary>
      <div className="nav-more-list">
        {places.map((place) => (
          <PlaceLink key={place.to} place={place} kind="nav-listed" />
        ))}
      </div>
    </details>
  );
}

interface SwitchParts {
  readonly language: Language;
  readonly theme: Theme;
  /** Whether the reader may read of the cities at all. */
  readonly hasCities: boolean;
  readonly children: ReactNode;
}

function Switches({ language, theme, hasCities, children }: SwitchParts) {
  const { say } = useText();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const otherTheme: Theme = theme === "wall" ? "light" : "wall";
  return (
    <div className="switches">
      {hasCities && !isWork(pathname) && <CitySwitch />}
      <LanguageSwitch language={language} />
      <button
        type="button"
        className="button-quiet wide-only"
        onClick={() => {
          rememberTheme(otherTheme);
          const search = (view: View) => ({ ...view, theme: otherTheme });
          void navigate({ to: ".", search, replace: true, resetScroll: false });
        }}
      >
        {theme === "wall" ? say("page.desk") : say("page.wall")}
      </button>
      <button type="button" className="button-quiet wide-only" onClick={() => window.print()}>
        {say("page.print")}
      </button>
      {children}
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
