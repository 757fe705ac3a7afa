import { cellText, type Findings, nowhere } from "./findings.ts";
import { type Identity, identitySheet, parseIdentity } from "./identity.ts";
import type { OpenedWorkbook } from "./open.ts";

function findIdentity({ sheets }: OpenedWorkbook): Identity | undefined {
  const sheet = sheets.find(({ name }) => name === identitySheet);
  const rows = sheet === undefined ? [] : [...sheet.rows()];
  return parseIdentity(new Map(rows.map(({ cells: [name, value] }) => [cellText(name) ?? "", cellText(value) ?? ""])));
}

function compare(found: Identity, expected: Identity, findings: Findings): void {
  const add = (code: "foreign-round" | "foreign-area" | "stale-template", field: keyof Identity): void =>
    findings.add(code, nowhere, { found: found[field], expected: expected[field] });
  if (found.round !== expected.round) add("foreign-round", "round");
  if (found.area !== expected.area) add("foreign-area", "area");
  if (findings.count() > 0) return;
  // Rows of many areas may have changed since; each is looked at by itself.
  const fields = expected.kind === "office" ? (["schema", "hash"] as const) : (["schema", "version", "hash"] as const);
  const stale = fields.find((field) => found[field] !== expected[field]);
  if (stale !== undefined) add("stale-template", stale);
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A workbook for many areas says when it was taken; else nobody can tell which of its rows have changed since. */
const isDated = ({ kind, version }: Identity): boolean => kind !== "office" || instant.test(version);

/** The identity of a workbook that is one of those given out; undefined where not, with what speaks against it. */
export function checkIdentity(workbook: OpenedWorkbook, expected: Identity, findings: Findings): Identity | undefined {
  const found = findIdentity(workbook);
  if (found === undefined || !isDated(found)) findings.add("not-a-template", nowhere);
  else if (found.kind !== expected.kind) {
    findings.add("other-template", nowhere, { found: found.kind, expected: expected.kind });
  } else compare(found, expected, findings);
  return findings.count() === 0 ? found : undefined;
}
