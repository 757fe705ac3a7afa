import { createHash } from "node:crypto";
import type { CellValue } from "hucre/xlsx";
import type { OfficeForm, TemplateForm } from "./shape.ts";

/** The very hidden sheet by which a workbook is known, and the version of how it is laid out. */
export const identitySheet = "_yuanbiao";
export const schemaVersion = "1";

export const workbookKinds = ["template", "office"] as const;
export type WorkbookKind = (typeof workbookKinds)[number];

/** What a workbook says of itself; an office workbook is of no area, and its version is the instant it was taken at. */
export interface Identity {
  readonly kind: WorkbookKind;
  readonly schema: string;
  readonly round: string;
  readonly area: string;
  readonly version: string;
  readonly hash: string;
}

const sha256 = (content: unknown): string => createHash("sha256").update(JSON.stringify(content)).digest("hex");

/**
 * The hash of what makes a form: round, period, area, and the indicators with units, wholeness and calibers in their
 * order. Figures, names and notes may change without making a template stale.
 */
export function formHash({ round, area, lines }: TemplateForm): string {
  const asked = lines.map(({ indicator: { code, unit, whole }, caliber, caliberCode = caliber }) => [
    code,
    unit,
    whole,
    caliberCode,
  ]);
  return sha256([schemaVersion, round.code, round.period, area.code, asked]);
}

/** The same for the workbook for many areas, whose areas may come and go: a row is checked by itself. */
export function officeHash({ round, indicators }: OfficeForm): string {
  return sha256([
    schemaVersion,
    round.code,
    round.period,
    indicators.map(({ code, unit, whole }) => [code, unit, whole]),
  ]);
}

export function templateIdentity(form: TemplateForm): Identity {
  const [round, area, version] = [form.round.code, form.area.code, String(form.version)];
  return { kind: "template", schema: schemaVersion, round, area, version, hash: formHash(form) };
}

export function officeIdentity(form: OfficeForm): Identity {
  return {
    kind: "office",
    schema: schemaVersion,
    round: form.round.code,
    area: "",
    version: form.takenAt ?? "",
    hash: officeHash(form),
  };
}

const fields = ["kind", "schema", "round", "area", "version", "hash"] as const;

export function identityRows(identity: Identity): CellValue[][] {
  return fields.map((field) => [field, identity[field]]);
}

/** Reads the hidden sheet's pairs; undefined where it is not one of ours. */
export function parseIdentity(pairs: ReadonlyMap<string, string>): Identity | undefined {
  const kind = workbookKinds.find((known) => known === pairs.get("kind"));
  const [schema, round, hash] = [pairs.get("schema"), pairs.get("round"), pairs.get("hash")];
  if (kind === undefined || schema === undefined || round === undefined || hash === undefined) return undefined;
  return { kind, schema, round, area: pairs.get("area") ?? "", version: pairs.get("version") ?? "", hash };
}
