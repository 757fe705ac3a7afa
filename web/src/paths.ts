import { getRouteApi } from "@tanstack/react-router";
import { isDay, parseAsOf } from "@yuanbiao/core/day";
import { type Language, languages } from "./text/text.ts";
import { type Theme, themes } from "./ui/tokens.ts";

/** What restores a view by its link. Codes stay text: a city code of digits is no number. */
export interface View {
  /** 统计时点 */
  readonly on?: string | undefined;
  /** 当时已知: a day or an instant */
  readonly asOf?: string | undefined;
  /** 当时已公布 */
  readonly publishedBy?: string | undefined;
  /** what changed since */
  readonly since?: string | undefined;
  readonly city?: string | undefined;
  readonly lang?: Language | undefined;
  readonly theme?: Theme | undefined;
  /** which of a page's ways to look is open */
  readonly view?: string | undefined;
  /** the round that a new one is made like */
  readonly from?: string | undefined;
  /** the scheme that another one is compared with */
  readonly with?: string | undefined;
  /** the figure whose source is open */
  readonly source?: string | undefined;
}

/** These stay when one goes from page to page. */
export const kept = ["on", "asOf", "publishedBy", "since", "city", "lang", "theme"] as const;

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const code = /^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/;

function matching(value: unknown, fits: (found: string) => boolean): string | undefined {
  const found = text(value);
  return found !== undefined && fits(found) ? found : undefined;
}

function oneOf<Item extends string>(value: unknown, items: readonly Item[]): Item | undefined {
  return items.find((item) => item === value);
}

/** Reads the search part of a link; what is malformed is left out, so that a broken link still opens. */
export function parseView(search: Record<string, unknown>): View {
  // Every name is given, also without a value: the router would put the raw text back for one that is not.
  const view: View = {
    on: matching(search["on"], isDay),
    asOf: matching(search["asOf"], (found) => parseAsOf(found) !== undefined),
    publishedBy: matching(search["publishedBy"], isDay),
    since: matching(search["since"], isDay),
    city: matching(search["city"], (found) => code.test(found)),
    lang: oneOf(search["lang"], languages),
    theme: oneOf(search["theme"], themes),
    view: matching(search["view"], (found) => code.test(found)),
    from: matching(search["from"], (found) => code.test(found)),
    with: matching(search["with"], (found) => code.test(found)),
    source: matching(search["source"], (found) => code.test(found)),
  };
  return view;
}

/** The search part as plain text, without the quotes that a JSON search would need around digits. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  const text = new URLSearchParams(entries).toString();
  return text === "" ? "" : `?${text}`;
}

/** What the API is asked for by the view: the three times and the city. */
export type Cut = Readonly<Partial<Record<"on" | "asOf" | "publishedBy" | "city", string>>>;

export function cutOf(view: View): Cut {
  const { on, asOf, publishedBy, city } = view;
  return {
    ...(on === undefined ? {} : { on }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(publishedBy === undefined ? {} : { publishedBy }),
    ...(city === undefined ? {} : { city }),
  };
}

const root = getRouteApi("__root__");

export function useView(): View {
  return root.useSearch();
}

export function useCut(): Cut {
  return cutOf(root.useSearch());
}
