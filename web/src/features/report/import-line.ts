const steps = ["reading", "checking", "storing"] as const;

/** A line of what the server says while it takes a workbook. */
export type ImportLine =
  | {
      readonly kind: "progress";
      readonly step: (typeof steps)[number];
      readonly rows: number;
      readonly share: number | null;
    }
  | { readonly kind: "done"; readonly rows: number; readonly stored: number; readonly areas: number }
  | { readonly kind: "problem"; readonly problem: object };

const partOf = (line: object, name: string): unknown => Reflect.get(line, name);
const numberOf = (line: object, name: string): number => {
  const value = partOf(line, name);
  return typeof value === "number" ? value : 0;
};

/** Reads one line; undefined for one that says nothing known. */
export function readImportLine(line: unknown): ImportLine | undefined {
  if (typeof line !== "object" || line === null) return undefined;
  const [progress, done, problem] = [partOf(line, "progress"), partOf(line, "done"), partOf(line, "problem")];
  if (typeof done === "object" && done !== null) {
    const [rows, stored, areas] = [numberOf(done, "rows"), numberOf(done, "stored"), numberOf(done, "areas")];
    return { kind: "done", rows, stored, areas };
  }
  if (typeof problem === "object" && problem !== null) return { kind: "problem", problem };
  if (typeof progress !== "object" || progress === null) return undefined;
  const step = steps.find((name) => name === partOf(progress, "step"));
  const share = partOf(progress, "share");
  if (step === undefined) return undefined;
  return { kind: "progress", step, rows: numberOf(progress, "rows"), share: typeof share === "number" ? share : null };
}
