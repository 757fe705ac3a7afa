import type { Round } from "@yuanbiao/core/round";
import { templateIndicator, templateRound } from "../wire/form.ts";
import { areaRef, type Speech } from "../wire/speech.ts";
import type { OfficeForm } from "../workbook/shape.ts";

/** What the workbook for many areas is about: the round's indicators for some of its areas. */
export function officeForm(speech: Speech, round: Round, { areas }: { areas: readonly string[] }): OfficeForm {
  return {
    round: templateRound(speech, round),
    areas: areas.map((area) => areaRef(speech, area)),
    indicators: round.lines.map(({ indicator }) => templateIndicator(speech, indicator)),
  };
}
