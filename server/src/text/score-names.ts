/** What codes in assessments stand for; item: an adjustment, a veto, a counted event, a part of a composite. */
export type NameKind =
  | "area"
  | "criterion"
  | "group"
  | "pool"
  | "parkType"
  | "grade"
  | "item"
  | "indicator"
  | "caliber"
  | "target";

/** Names by code in the language of the request; what has no name is said by its code. */
export interface AssessmentNames {
  name(kind: NameKind, code: string): string;
  /** Which department verifies a criterion's figures; null where none is named. */
  owner(criterion: string): string | null;
}

const kinds: Readonly<Record<string, NameKind>> = {
  ...{ area: "area", criterion: "criterion", group: "group", pool: "pool", type: "parkType", grade: "grade" },
  ...{ indicator: "indicator", caliber: "caliber", target: "target", other: "target", counted: "item" },
};

/** Figures and codes as a sentence shows them: codes by their names. */
export function nameFigures(
  figures: Readonly<Record<string, string>>,
  names: Pick<AssessmentNames, "name">,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => {
      const kind = kinds[key];
      return [key, kind === undefined || value === "" ? value : names.name(kind, value)];
    }),
  );
}
