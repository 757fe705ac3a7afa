import { isCount } from "@yuanbiao/core/indicator";
import type { Round } from "@yuanbiao/core/round";
import { indicatorOf } from "../reporting.ts";
import { periodText } from "../text/period.ts";
import type { FormNotice, TemplateIndicator, TemplateRound } from "../workbook/shape.ts";
import { indicatorRef, noteOf, type Speech } from "./speech.ts";

/** A round as forms show it. */
export function templateRound(speech: Speech, round: Round): TemplateRound {
  const { code, period, dueOn, instructions, instructionsEn } = round;
  const name = noteOf(speech, round.name, round.nameEn) ?? round.name;
  const said = noteOf(speech, instructions, instructionsEn);
  return { code, name, period, periodName: periodText(speech.language, period), dueOn, instructions: said };
}

export function formNotice({ formNumber, formIssuer, formApproval, formValidUntil }: Round): FormNotice {
  return { number: formNumber, issuer: formIssuer, approval: formApproval, validUntil: formValidUntil };
}

export function templateIndicator(speech: Speech, code: string): TemplateIndicator {
  const indicator = indicatorOf(speech.registry, code);
  const { unit, decimals, whole } = indicator;
  return { code, name: indicatorRef(speech, code).name, unit, decimals, whole, isCount: isCount(indicator) };
}

/** What a filled form is compared with: it grows with every change of the report or one of its lines. */
export function contentVersion(report: { readonly version: number }, lines: readonly { version: number }[]): number {
  return lines.reduce((sum, { version }) => sum + version, report.version);
}
