import { findRound } from "@yuanbiao/db/queries/round";
import type { Context } from "../context.ts";
import type { FieldFault } from "../errors.ts";
import { findingText } from "../text/finding.ts";
import type { Finding } from "../workbook/shape.ts";
import { areaRef, indicatorRef, noteOf, type Speech } from "./speech.ts";

type Name = (code: string) => string;

/** Names behind the codes that a workbook is known by, as far as its reader may know them; else the code. */
interface Names {
  readonly area: Name;
  readonly indicator: Name;
  readonly round: Name;
}

/** What is wrong with an uploaded workbook, each at its cell, in sentences that name areas, indicators and rounds. */
export async function uploadFaults(
  context: Context,
  speech: Speech,
  findings: readonly Finding[],
): Promise<FieldFault[]> {
  const names = await namesOf(context, speech, findings);
  return findings.map((finding) => ({
    field: placeOf(finding),
    code: finding.code,
    detail: findingText(speech.language, withNames(finding, names)),
  }));
}

function placeOf({ sheet, cell }: Finding): string {
  return [sheet, cell].filter((part) => part !== null).join("!") || "file";
}

async function namesOf(context: Context, speech: Speech, findings: readonly Finding[]): Promise<Names> {
  const rounds = await roundNames(context, speech, findings);
  const say = (code: string, name: string): string => bracketed(speech, code, name);
  return {
    area: (code) => say(code, areaRef(speech, code).name),
    indicator: (code) => say(code, indicatorRef(speech, code).name),
    round: (code) => say(code, rounds.get(code) ?? code),
  };
}

function bracketed({ language }: Speech, code: string, name: string): string {
  if (name === code) return code;
  return language === "en" ? `${name} (${code})` : `${name}（${code}）`;
}

/** A round that is still a draft is not spoken of. */
async function roundNames(
  { store }: Context,
  speech: Speech,
  findings: readonly Finding[],
): Promise<ReadonlyMap<string, string>> {
  const foreign = findings.filter(({ code }) => code === "foreign-round");
  const codes = new Set(foreign.flatMap(({ found, expected }) => [found, expected].filter((code) => code !== null)));
  const names = new Map<string, string>();
  for (const code of codes) {
    const round = await findRound(store, { asOf: null }, code);
    if (round === undefined || round.state === "draft") continue;
    names.set(code, noteOf(speech, round.name, round.nameEn) ?? code);
  }
  return names;
}

function withNames(finding: Finding, { area, indicator, round }: Names): Finding {
  const { code, found, expected } = finding;
  const said = (name: Name, text: string | null): string | null => (text === null ? null : name(text));
  switch (code) {
    case "foreign-area":
      return { ...finding, found: said(area, found), expected: said(area, expected) };
    case "foreign-round":
      return { ...finding, found: said(round, found), expected: said(round, expected) };
    case "unknown-area":
      return { ...finding, found: said(area, found) };
    case "unknown-row":
      return { ...finding, found: said(indicator, found) };
    case "missing-row":
      return { ...finding, expected: said(indicator, expected) };
    case "duplicate-row":
      return { ...finding, found: said((row) => rowName(row, { area, indicator }), found) };
    default:
      return finding;
  }
}

/** A row of a form is an indicator; one of many areas an area and an indicator with a blank between. */
function rowName(row: string, { area, indicator }: Pick<Names, "area" | "indicator">): string {
  const [first = "", second] = row.split(" ");
  return second === undefined ? indicator(first) : `${area(first)} ${indicator(second)}`;
}
