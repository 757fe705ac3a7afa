import { resultSteps, type Scheme } from "./scheme.ts";
import { found, repeatedCodes, type SchemeContext, type SchemeFault, schemeFault } from "./scheme-fault.ts";
import { criterionFaults } from "./scheme-validate-criteria.ts";
import { ruleFaults } from "./scheme-validate-rules.ts";
import { weightFaults } from "./scheme-validate-weights.ts";

/** Each step once; a grade is dropped after it is given, and a quota is filled by rank. */
function orderFaults({ order, vetoes, grades }: Scheme): SchemeFault[] {
  const at = (step: (typeof resultSteps)[number]): number => order.indexOf(step);
  const drops = vetoes.some(({ effect }) => effect.kind === "drop-grade");
  const hasQuota = grades.some(({ quota }) => quota !== null);
  return [
    ...resultSteps.flatMap((step) => found(at(step) < 0 && schemeFault("order", "order-incomplete", { step }))),
    ...order.flatMap((step, place) =>
      found(at(step) !== place && schemeFault(`order[${place}]`, "order-repeated", { step })),
    ),
    ...found(
      drops && at("vetoes") < at("grades") && schemeFault("order", "grades-before-drop"),
      hasQuota && at("grades") < at("ranks") && schemeFault("order", "ranks-before-grades"),
    ),
  ];
}

function poolFaults({ pools, parkTypes }: Scheme, { areas }: SchemeContext): SchemeFault[] {
  const types = parkTypes.map(({ code }) => code);
  const pooled = pools.flatMap((pool) => pool.types);
  const small = pools.flatMap(({ code, types: own }, at) => {
    const members = (areas ?? []).filter(({ type }) => own.includes(type));
    const [only] = members;
    const isAlone = only !== undefined && members.length === 1;
    return found(isAlone && schemeFault(`pools[${at}]`, "pool-of-one", { pool: code, area: only.code }));
  });
  return [
    ...repeatedCodes("parkTypes", parkTypes),
    ...repeatedCodes("pools", pools),
    ...types.flatMap((type, at) =>
      found(
        !pooled.includes(type) && schemeFault(`parkTypes[${at}]`, "type-without-pool", { type }),
        pooled.indexOf(type) !== pooled.lastIndexOf(type) &&
          schemeFault(`parkTypes[${at}]`, "type-in-two-pools", { type }),
      ),
    ),
    ...pools.flatMap((pool, at) =>
      pool.types.flatMap((type, under) =>
        found(!types.includes(type) && schemeFault(`pools[${at}].types[${under}]`, "unknown-park-type", { type })),
      ),
    ),
    ...small,
  ];
}

/**
 * Says everything that stands against a scheme at once, each fault at its place; empty for one that may be used. What
 * the context leaves out (areas by park type, indicators, calibers, targets) is not checked. 待核 marks are no faults.
 */
export function validateScheme(scheme: Scheme, known: SchemeContext = {}): SchemeFault[] {
  const { dataYear, evaluationYear } = scheme;
  const years = { dataYear: String(dataYear), evaluationYear: String(evaluationYear) };
  return [
    ...found(dataYear > evaluationYear && schemeFault("dataYear", "data-year-after-evaluation", years)),
    ...orderFaults(scheme),
    ...poolFaults(scheme, known),
    ...weightFaults(scheme),
    ...criterionFaults(scheme, known),
    ...ruleFaults(scheme, known),
  ];
}
