import { type Actor, may, type Right } from "@yuanbiao/core/access";

/** The places of the navigation, each with the right that it needs; `work` is done there, by the reader's role. */
export const places = [
  { to: "/", name: "overview", exact: true, work: false, right: "tracking.read" },
  { to: "/areas", name: "areas", exact: false, work: false, right: "tracking.read" },
  { to: "/indicators", name: "indicators", exact: false, work: false, right: "tracking.read" },
  { to: "/targets", name: "targets", exact: false, work: false, right: "tracking.read" },
  { to: "/tasks", name: "tasks", exact: false, work: false, right: "tracking.read" },
  { to: "/reports", name: "reports", exact: false, work: true, right: "report.read" },
  { to: "/review", name: "review", exact: false, work: true, right: "report.accept" },
  { to: "/verification", name: "verification", exact: false, work: true, right: "line.verify" },
  { to: "/rounds", name: "rounds", exact: false, work: true, right: "round.manage" },
  { to: "/accounts", name: "accounts", exact: false, work: true, right: "account.read" },
  { to: "/letters", name: "letters", exact: false, work: true, right: "letter.read" },
  { to: "/checks", name: "checks", exact: false, work: true, right: "check.manage" },
  { to: "/evaluations", name: "evaluations", exact: false, work: true, right: "evaluation.read" },
  { to: "/panels", name: "panels", exact: false, work: true, right: "panel.score" },
  { to: "/schemes", name: "schemes", exact: false, work: true, right: "scheme.read" },
  { to: "/audit", name: "audit", exact: false, work: true, right: "audit.read" },
  { to: "/operation", name: "operation", exact: false, work: true, right: "operation.read" },
] as const satisfies readonly { to: string; name: string; exact: boolean; work: boolean; right: Right }[];
export type Place = (typeof places)[number];

/** The places that are open to a reader; while that is not known, those that everybody has. */
export function placesFor(actor: Actor | null | undefined): Place[] {
  return places.filter(({ right, work }) => (actor == null ? !work : may(actor, right)));
}

/** Whether an address is a place of work: there the time of the view has no meaning. */
export function isWork(pathname: string): boolean {
  return (
    pathname === "/account" || places.some(({ to, work }) => work && (pathname === to || pathname.startsWith(`${to}/`)))
  );
}

const onPhone = 4;

/** On a phone there is room for a few: the overview and the reader's own work first. */
export function barOnPhone(shown: readonly Place[]): ReadonlySet<Place> {
  if (shown.length <= onPhone + 1) return new Set(shown);
  const [first, ...rest] = shown;
  const order = [...rest.filter(({ work }) => work), ...rest.filter(({ work }) => !work)];
  return new Set([...(first === undefined ? [] : [first]), ...order].slice(0, onPhone));
}
