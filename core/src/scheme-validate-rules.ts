import { type Exact, exact, plain } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import type { Criterion } from "./scheme-criterion.ts";
import { found, repeatedCodes, type SchemeContext, type SchemeFault, schemeFault } from "./scheme-fault.ts";
import { type Effect, type Veto, visibilityLevels, type WindowRule } from "./scheme-rules.ts";

function cutoffFaults({ grades, fullMark }: Scheme): SchemeFault[] {
  let before: string | undefined;
  return grades.flatMap(({ from }, at) => {
    const path = `grades[${at}].from`;
    const above = before;
    before = from ?? before;
    if (from === null) return [];
    return found(
      exact(from).gt(fullMark) && schemeFault(path, "cutoff-above-full-mark", { from, fullMark }),
      above !== undefined && exact(from).gte(above) && schemeFault(path, "cutoffs-not-descending", { from, above }),
    );
  });
}

function quotaFaults({ grades }: Scheme): SchemeFault[] {
  const percent = grades.flatMap(({ quota }) => (quota?.kind === "percent" ? [quota.value] : []));
  const sum = percent.reduce((total: Exact, value) => total.plus(value), exact(0));
  const last = grades.at(-1);
  const isBounded = last !== undefined && (last.from !== null || last.quota !== null);
  return [
    ...found(sum.gt(100) && schemeFault("grades", "quotas-over-whole", { sum: plain(sum) })),
    ...found(isBounded && schemeFault(`grades[${grades.length - 1}]`, "last-grade-bounded", { grade: last.code })),
    ...grades.flatMap(({ quota }, at) => {
      if (quota === null) return [];
      const isPart = quota.kind === "count" && !exact(quota.value).isInt();
      const isOut = exact(quota.value).lt(0) || isPart;
      return found(isOut && schemeFault(`grades[${at}].quota.value`, "quota-out-of-range", { value: quota.value }));
    }),
  ];
}

function tieFaults({ ties, groups }: Scheme): SchemeFault[] {
  const names = ties.chain.map((step) => (step.by === "exact-total" ? step.by : `${step.by} ${step.code}`));
  return ties.chain.flatMap((step, at) => {
    const path = `ties.chain[${at}]`;
    const isRepeated = names.indexOf(names[at] ?? "") !== at;
    if (step.by === "exact-total") return found(isRepeated && schemeFault(path, "tie-break-repeated"));
    const known = step.by === "group" ? groups : groups.flatMap(({ criteria }) => criteria);
    const isKnown = known.some(({ code }) => code === step.code);
    const fault = step.by === "group" ? "unknown-group" : "unknown-criterion";
    return found(
      !isKnown && schemeFault(`${path}.code`, fault, { code: step.code }),
      isRepeated && schemeFault(path, "tie-break-repeated", { code: step.code }),
    );
  });
}

function effectFaults(effect: Effect | WindowRule["effect"], path: string, { grades }: Scheme): SchemeFault[] {
  if (effect.kind === "lock-grade") {
    const isKnown = grades.some(({ code }) => code === effect.grade);
    return found(!isKnown && schemeFault(`${path}.effect.grade`, "unknown-grade", { grade: effect.grade }));
  }
  if (effect.kind !== "drop-grade") return [];
  const figures = { by: String(effect.by), grades: String(grades.length) };
  return found(effect.by >= grades.length && schemeFault(`${path}.effect.by`, "drop-too-deep", figures));
}

/** A veto by a target needs one that binds: an aspirational one (力争), or one that is not 约束性, can carry none. */
function targetFaults(criterion: Criterion, path: string, { targets }: SchemeContext): SchemeFault[] {
  const asked = Object.values(criterion.inputs).flatMap((binding) => (binding.from === "target" ? [binding] : []));
  if (asked.length === 0) return [schemeFault(path, "veto-without-target", { criterion: criterion.code })];
  const subjects = asked.map(({ of }) => of ?? criterion);
  const meant = (targets ?? []).filter(({ indicator, caliber }) =>
    subjects.some((own) => own.indicator === indicator && own.caliber === caliber),
  );
  return meant.flatMap(({ id, aspirational, nature }) =>
    found(
      aspirational && schemeFault(path, "veto-on-aspirational", { target: id }),
      !aspirational && nature !== "binding" && schemeFault(path, "veto-on-unbinding", { target: id, nature }),
    ),
  );
}

interface Checked {
  readonly scheme: Scheme;
  readonly known: SchemeContext;
}

function vetoFaults({ when, effect }: Veto, path: string, { scheme, known }: Checked): SchemeFault[] {
  const effects = effectFaults(effect, path, scheme);
  if (when.kind === "count") return effects;
  const criterion = scheme.groups.flatMap(({ criteria }) => criteria).find(({ code }) => code === when.criterion);
  const at = `${path}.when.criterion`;
  if (criterion === undefined) return [...effects, schemeFault(at, "unknown-criterion", { code: when.criterion })];
  if (when.kind === "target-missed") return [...effects, ...targetFaults(criterion, at, known)];
  const isOut = exact(when.share).lte(0) || exact(when.share).gt(1);
  return [
    ...effects,
    ...found(isOut && schemeFault(`${path}.when.share`, "share-out-of-range", { share: when.share })),
  ];
}

function windowFaults({ years, atLeast, test, effect }: WindowRule, path: string, scheme: Scheme): SchemeFault[] {
  const unknown =
    test.kind === "grade" ? test.grades.filter((own) => !scheme.grades.some(({ code }) => code === own)) : [];
  return [
    ...found(
      atLeast > years &&
        schemeFault(`${path}.atLeast`, "window-impossible", { atLeast: String(atLeast), years: String(years) }),
    ),
    ...unknown.map((grade) => schemeFault(`${path}.test.grades`, "unknown-grade", { grade })),
    ...effectFaults(effect, path, scheme),
  ];
}

/** Who knows the lines of all knows their totals, and who knows the totals of all knows their ranks. */
function visibilityFaults({ visibility }: Scheme): SchemeFault[] {
  const { lines, total, rank } = visibility;
  const isAbove = (one: typeof lines, other: typeof lines): boolean =>
    visibilityLevels.indexOf(one) > visibilityLevels.indexOf(other);
  return found(
    isAbove(lines, total) && schemeFault("visibility.lines", "lines-above-total", { lines, total }),
    isAbove(total, rank) && schemeFault("visibility.total", "total-above-rank", { total, rank }),
  );
}

function adjustmentFaults({ adjustments: { items, cap } }: Scheme): SchemeFault[] {
  return [
    ...repeatedCodes("adjustments.items", items),
    ...items.flatMap((item, at) => {
      const { cap: own } = item;
      return found(
        own !== null && exact(own).lt(0) && schemeFault(`adjustments.items[${at}].cap`, "negative-cap", { cap: own }),
      );
    }),
    ...found(cap !== null && exact(cap).lt(0) && schemeFault("adjustments.cap", "negative-cap", { cap })),
  ];
}

/** What stands against adjustments, ties, grades, vetoes, window rules and visibility. */
export function ruleFaults(scheme: Scheme, known: SchemeContext): SchemeFault[] {
  return [
    ...adjustmentFaults(scheme),
    ...tieFaults(scheme),
    ...repeatedCodes("grades", scheme.grades),
    ...cutoffFaults(scheme),
    ...quotaFaults(scheme),
    ...repeatedCodes("vetoes", scheme.vetoes),
    ...scheme.vetoes.flatMap((veto, at) => vetoFaults(veto, `vetoes[${at}]`, { scheme, known })),
    ...repeatedCodes("windows", scheme.windows),
    ...scheme.windows.flatMap((rule, at) => windowFaults(rule, `windows[${at}]`, scheme)),
    ...visibilityFaults(scheme),
  ];
}
