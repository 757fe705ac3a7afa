import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listAreas } from "@yuanbiao/db/queries/area";
import { listCalibers } from "@yuanbiao/db/queries/caliber";
import { listDepartments } from "@yuanbiao/db/queries/department";
import { listIndicators } from "@yuanbiao/db/queries/indicator";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listTargets } from "@yuanbiao/db/queries/target";
import { listTasks } from "@yuanbiao/db/queries/task";
import type { Reader } from "@yuanbiao/db/store";
import type { Fault, Folder } from "./folder.ts";

const now = { asOf: null };

interface Found {
  readonly file: string;
  readonly code: string;
  readonly field: string;
  readonly fault: string;
}

type Coded = { readonly code: string };

/** Whether an incoming row says something else than the stored one under the same code. */
function differs(stored: object, incoming: object): boolean {
  return Object.entries(incoming).some(
    ([key, value]) => JSON.stringify(Reflect.get(stored, key)) !== JSON.stringify(value),
  );
}

/** Rows whose code already names something of another city: a city's folder speaks of that city alone. */
async function foreignRows(reader: Reader, folder: Folder, cityOf: ReadonlyMap<string, string>): Promise<Found[]> {
  const isForeign = (city: string | undefined): boolean => city !== undefined && city !== folder.city;
  const departments = new Map((await listDepartments(reader, now)).map(({ code, city }) => [code, city]));
  const ids = { targets: folder.targets.map(({ id }) => id), figures: folder.observations.map(({ id }) => id) };
  const targets = new Map(
    (await listTargets(reader, now, { ids: ids.targets })).map(({ id, area }) => [id, cityOf.get(area)]),
  );
  const stored = await listObservations(reader, { ...now, publishedBy: null }, { ids: ids.figures });
  const figures = new Map(stored.map(({ id, area }) => [id, cityOf.get(area)]));
  const tasks = new Map((await listTasks(reader, now)).map(({ code, area }) => [code, cityOf.get(area)]));
  const foreign = (
    file: string,
    field: string,
    codes: readonly string[],
    cities: ReadonlyMap<string, string | undefined>,
  ) =>
    codes
      .filter((code) => isForeign(cities.get(code)))
      .map((code): Found => ({ file, code, field, fault: "of-another-city" }));
  const codesOf = (rows: readonly Coded[]): string[] => rows.map(({ code }) => code);
  return [
    ...foreign("areas.csv", "code", codesOf(folder.areas), cityOf),
    ...foreign("departments.csv", "code", codesOf(folder.departments), departments),
    ...foreign("targets.csv", "id", ids.targets, targets),
    ...foreign("observations.csv", "id", ids.figures, figures),
    ...foreign("tasks.csv", "code", codesOf(folder.tasks), tasks),
    ...folder.lightRules
      .filter(({ code }) => code !== folder.city)
      .map(({ code }): Found => ({ file: "light-rules.json", code, field: "code", fault: "not-the-city" })),
  ];
}

/** Indicators and calibers that other cities' targets or figures use too, and that the folder would redefine. */
async function redefinitions(reader: Reader, folder: Folder, cityOf: ReadonlyMap<string, string>): Promise<Found[]> {
  const changed = (stored: readonly Coded[], incoming: readonly Coded[]): string[] => {
    const byCode = new Map(stored.map((row) => [row.code, row]));
    return incoming.filter((row) => differs(byCode.get(row.code) ?? row, row)).map(({ code }) => code);
  };
  const indicators = changed(await listIndicators(reader, now), folder.indicators);
  const calibers = changed(await listCalibers(reader, now), folder.calibers);
  if (indicators.length + calibers.length === 0) return [];
  const figures = await listObservations(reader, { ...now, publishedBy: null });
  const users = [...(await listTargets(reader, now)), ...figures].filter(
    ({ area }) => cityOf.get(area) !== folder.city,
  );
  const used = (codes: readonly string[], file: string, field: "indicator" | "caliber"): Found[] =>
    codes
      .filter((code) => users.some((user) => user[field] === code))
      .map((code) => ({ file, code, field: "code", fault: "shared-differs" }));
  return [...used(indicators, "indicators.csv", "indicator"), ...used(calibers, "calibers.csv", "caliber")];
}

/** Figures of an indicator that stands in the store alone must have its unit, and be whole where it is. */
async function unlikeUnits(reader: Reader, folder: Folder): Promise<Found[]> {
  const own = new Set(folder.indicators.map(({ code }) => code));
  const stored = new Map((await listIndicators(reader, now)).map((indicator) => [indicator.code, indicator]));
  return folder.observations.flatMap(({ id, indicator, unit, value }): Found[] => {
    const found = own.has(indicator) ? undefined : stored.get(indicator);
    if (found === undefined) return [];
    if (found.unit !== unit) return [{ file: "observations.csv", code: id, field: "unit", fault: "unlike-unit" }];
    const isBroken = found.whole && value?.includes(".") === true;
    return isBroken ? [{ file: "observations.csv", code: id, field: "value", fault: "not-whole" }] : [];
  });
}

async function lineOf(path: string, { file, code }: Found): Promise<number> {
  const lines = (await readFile(join(path, file), "utf8")).split("\n");
  return lines.findIndex((line) => line.startsWith(`${code},`) || line.includes(`"${code}"`)) + 1;
}

/** What a folder would do to other cities' data, or against what the store knows: refused like a wrong row. */
export async function checkNeighbours(reader: Reader, folder: Folder, path: string): Promise<Fault[]> {
  const cityOf = new Map((await listAreas(reader, now)).map(({ code, city }) => [code, city]));
  const found = [
    ...(await foreignRows(reader, folder, cityOf)),
    ...(await redefinitions(reader, folder, cityOf)),
    ...(await unlikeUnits(reader, folder)),
  ];
  return Promise.all(
    found.map(async (one): Promise<Fault> => {
      const { file, field, fault, code } = one;
      return { file, line: await lineOf(path, one), field, code: fault, value: code };
    }),
  );
}
