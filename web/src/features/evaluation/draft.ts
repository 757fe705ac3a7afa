import type { Area } from "../../api.ts";
import type { Evaluation, NewEvaluation } from "./request.ts";

/** An assessment as it is being written. */
export interface RunDraft {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly city: string;
  readonly scheme: string;
  /** By area: its park type; areas that are not assessed are not in it. */
  readonly members: Readonly<Record<string, string>>;
}

export const blankRun: RunDraft = { id: "", name: "", nameEn: "", city: "", scheme: "", members: {} };

type Names = Pick<RunDraft, "name" | "nameEn">;

export function draftOf({ id, city, scheme, members }: Evaluation, names: Names): RunDraft {
  const own = Object.fromEntries(members.map(({ area, type }) => [area.code, type.code]));
  return { id, ...names, city: city.code, scheme: scheme.code, members: own };
}

/** Whom an assessment is of by their kind: parks and zones stand, other areas are not assessed. */
const assessed = ["park", "zone"] as const;

export function candidatesOf(areas: readonly Area[], city: string): Area[] {
  return areas.filter(
    (area) => area.city.code === city && area.to === null && assessed.some((kind) => kind === area.kind),
  );
}

/** All parks of a city with the type that fits: one named like their kind, else the first. Zones are left to choose. */
export function proposeMembers(areas: readonly Area[], city: string, types: readonly string[]): RunDraft["members"] {
  const parks = candidatesOf(areas, city).filter(({ kind }) => kind === "park");
  const type = types.find((code) => code === "park") ?? types[0] ?? "";
  return Object.fromEntries(parks.map(({ code }) => [code, type]));
}

/** Members whose type the scheme does not know get its first. */
export function refitMembers(members: RunDraft["members"], types: readonly string[]): RunDraft["members"] {
  return Object.fromEntries(
    Object.entries(members).map(([area, type]) => [area, types.includes(type) ? type : (types[0] ?? "")]),
  );
}

/** What is sent: areas in the order of their list. */
export function bodyOf({ members, nameEn, ...draft }: RunDraft, areas: readonly Area[]): NewEvaluation {
  const order = areas.map(({ code }) => code);
  const listed = Object.entries(members).map(([area, type]) => ({ area, type }));
  return {
    ...{ id: draft.id.trim(), name: draft.name.trim(), city: draft.city, scheme: draft.scheme },
    nameEn: nameEn.trim() === "" ? null : nameEn.trim(),
    members: listed.sort((a, b) => order.indexOf(a.area) - order.indexOf(b.area)),
  };
}

export function isWritten({ id, name, city, scheme, members }: RunDraft): boolean {
  return [id, name, city, scheme].every((text) => text.trim() !== "") && Object.keys(members).length > 0;
}
