import { exact } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import { benchmarkFor } from "./scheme-benchmark.ts";
import type { BenchmarkField, Binding, Criterion } from "./scheme-criterion.ts";
import { found, type SchemeFault, schemeFault } from "./scheme-fault.ts";
import { prepareScorer, scorerInputs } from "./scorer-run.ts";

/** Something of the kind that a binding gives, by which a scorer shows what it takes and what it misses. */
function sampleOf(name: string, { from }: Binding): unknown {
  if (from === "panel") return Array.from({ length: 1000 }, () => "1");
  if (from === "milestone") return "done";
  if (from === "counts") return {};
  return name === "values" ? { a: "1", b: "2" } : "1";
}

function nameFaults({ scorer, inputs }: Criterion, path: string): SchemeFault[] {
  const schema = scorerInputs(scorer);
  return Object.entries(inputs).flatMap(([name, binding]) => {
    const asked = schema.safeParse({ [name]: sampleOf(name, binding) });
    if (asked.success) return [];
    const isUnknown = asked.error.issues.some(({ code }) => code === "unrecognized_keys");
    return [schemeFault(`${path}.inputs.${name}`, isUnknown ? "input-unknown" : "input-kind-wrong", { input: name })];
  });
}

/** The scorer says itself what it lacks: it is asked with a sample of everything that is bound. */
function unboundFaults({ scorer, inputs }: Criterion, path: string): SchemeFault[] {
  const samples = Object.entries(inputs).map(([name, binding]) => [name, sampleOf(name, binding)]);
  const asked = scorerInputs(scorer).safeParse(Object.fromEntries(samples));
  if (!asked.success) {
    const isClash = asked.error.issues.some(({ code, path: at }) => code === "custom" && at.length === 1);
    return found(isClash && schemeFault(`${path}.inputs`, "input-kind-wrong"));
  }
  const outcome = prepareScorer(scorer, exact(1)).score(asked.data);
  if (outcome.kind === "pool") return [];
  const { reason, trace } = outcome.scored;
  if (reason !== "missing-input") return [];
  return [schemeFault(`${path}.inputs`, "input-unbound", { input: trace()[0]?.item ?? "" })];
}

function fieldsNeeded({ scorer, inputs, benchmarks }: Criterion): BenchmarkField[] {
  const bound = Object.values(inputs).flatMap((binding) => (binding.from === "benchmark" ? [binding.field] : []));
  const isByYear = scorer.type === "efficacy" && benchmarks.length > 0;
  return isByYear ? [...bound, "satisfactory", "unallowable"] : bound;
}

function benchmarkFaults(criterion: Criterion, path: string, { parkTypes, dataYear }: Scheme): SchemeFault[] {
  const types = parkTypes.map(({ code }) => code);
  const stored = criterion.benchmarks.flatMap(({ year, type, min, max }, at) => {
    const first = criterion.benchmarks.findIndex((other) => other.year === year && other.type === type);
    const here = `${path}.benchmarks[${at}]`;
    return found(
      first !== at && schemeFault(here, "benchmark-repeated", { year: String(year), type: type ?? "" }),
      type !== null && !types.includes(type) && schemeFault(`${here}.type`, "unknown-park-type", { type }),
      min !== null && max !== null && exact(min).gt(max) && schemeFault(here, "benchmark-reversed", { min, max }),
    );
  });
  const missing = fieldsNeeded(criterion).flatMap((field) =>
    types.flatMap((type) => {
      const value = benchmarkFor(criterion.benchmarks, dataYear, type)?.[field] ?? null;
      const figures = { field, type, year: String(dataYear) };
      return found(value === null && schemeFault(`${path}.benchmarks`, "benchmark-missing", figures));
    }),
  );
  return [...stored, ...missing];
}

/** Every input that a rule takes is bound to something of its kind, and every benchmark that is asked for is there. */
export function inputFaults(criterion: Criterion, path: string, scheme: Scheme): SchemeFault[] {
  const named = nameFaults(criterion, path);
  return [
    ...named,
    ...(named.length > 0 ? [] : unboundFaults(criterion, path)),
    ...benchmarkFaults(criterion, path, scheme),
  ];
}
