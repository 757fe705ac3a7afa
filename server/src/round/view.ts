import { type Actor, areasOf } from "@yuanbiao/core/access";
import { daysBetween, shanghaiDay } from "@yuanbiao/core/day";
import { isLate, type Report, reportStates } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import type { Versioned } from "@yuanbiao/db/nouns";
import { spoken } from "../language.ts";
import { areaRef, caliberRef, departmentRef, measuredRef, type Speech } from "../wire/speech.ts";
import type { RoundView } from "./shape.ts";

interface ViewOf {
  readonly reports: readonly Report[];
  readonly actor: Actor;
  readonly now: Date;
}

function lineView(speech: Speech, { indicator, caliber }: Round["lines"][number]): RoundView["lines"][number] {
  const { code, name, unit } = measuredRef(speech, indicator);
  const owner = speech.registry.indicators.get(indicator)?.department ?? null;
  return {
    indicator: { code, name, unit },
    caliber: caliberRef(speech, caliber),
    department: owner === null ? null : departmentRef(speech, owner),
  };
}

/** A round as every answer shows it: areas as far as the asker may see them. */
export function roundView(speech: Speech, round: Versioned<Round>, { reports, actor, now }: ViewOf): RoundView {
  const own = areasOf(actor, "round.read");
  const seen = own === null ? round.areas : round.areas.filter((area) => own.includes(area));
  const today = shanghaiDay(now);
  const counts = reportStates.map((state) => [state, reports.filter((report) => report.state === state).length]);
  return {
    code: round.code,
    name: spoken(speech.language, round.name, round.nameEn),
    city: areaRef(speech, round.city),
    period: round.period,
    lines: round.lines.map((line) => lineView(speech, line)),
    areas: seen.map((area) => areaRef(speech, area)),
    opensOn: round.opensOn,
    dueOn: round.dueOn,
    daysLeft: daysBetween(today, round.dueOn),
    instructions:
      round.instructions === null ? null : spoken(speech.language, round.instructions, round.instructionsEn),
    form: {
      number: round.formNumber,
      issuer: round.formIssuer,
      approval: round.formApproval,
      validUntil: round.formValidUntil,
    },
    stage: round.stage,
    class: round.class,
    state: round.state,
    reports: Object.fromEntries(counts),
    late: reports.filter((report) => isLate({ ...report, daysLeft: daysBetween(today, report.dueOn) })).length,
    mine: own === null ? [] : reports.map(({ id }) => id),
    version: round.version,
    recordedAt: round.recordedAt,
  };
}
