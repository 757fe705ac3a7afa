import { isStated } from "./caliber.ts";
import type { Scheme } from "./scheme.ts";
import type { Criterion, Mark, Subject } from "./scheme-criterion.ts";
import { found, repeatedCodes, type SchemeContext, type SchemeFault, schemeFault } from "./scheme-fault.ts";
import { orderGroups, referredGroup } from "./scheme-references.ts";
import { inputFaults } from "./scheme-validate-inputs.ts";
import { validateScorer } from "./scorer-run.ts";

interface Place {
  readonly criterion: Criterion;
  readonly path: string;
}

const isMarked = ({ unverified }: Criterion, field: string): boolean => unverified.some((mark) => mark.field === field);

/** Whether a criterion's own indicator and caliber are asked for. */
function usesOwn({ inputs }: Criterion): boolean {
  return Object.values(inputs).some(
    (binding) => (binding.from === "figure" || binding.from === "target") && binding.of === null,
  );
}

function subjectFaults({ indicator, caliber }: Partial<Subject>, path: string, known: SchemeContext): SchemeFault[] {
  const { indicators, calibers } = known;
  const definition = caliber === undefined ? undefined : calibers?.get(caliber);
  return found(
    indicator !== undefined &&
      indicators?.has(indicator) === false &&
      schemeFault(`${path}.indicator`, "unknown-indicator", { indicator }),
    caliber !== undefined &&
      calibers?.has(caliber) === false &&
      schemeFault(`${path}.caliber`, "unknown-caliber", { caliber }),
    caliber !== undefined &&
      definition !== undefined &&
      !isStated(definition) &&
      schemeFault(`${path}.caliber`, "caliber-unstated", { caliber }),
  );
}

function ownSubjectFaults({ criterion, path }: Place, known: SchemeContext): SchemeFault[] {
  const { indicator, caliber } = criterion;
  const isNeeded = usesOwn(criterion);
  const lacks = (field: "indicator" | "caliber"): boolean =>
    isNeeded && criterion[field] === null && !isMarked(criterion, field);
  return [
    ...found(
      lacks("indicator") && schemeFault(`${path}.indicator`, "indicator-needed"),
      lacks("caliber") && schemeFault(`${path}.caliber`, "caliber-needed"),
    ),
    ...subjectFaults(
      { ...(indicator !== null && { indicator }), ...(caliber !== null && { caliber }) },
      path,
      isMarked(criterion, "caliber") ? { ...(known.indicators && { indicators: known.indicators }) } : known,
    ),
    ...Object.entries(criterion.inputs).flatMap(([name, binding]) =>
      (binding.from === "figure" || binding.from === "target") && binding.of !== null
        ? subjectFaults(binding.of, `${path}.inputs.${name}.of`, known)
        : [],
    ),
  ];
}

function referenceFaults({ criterion, path }: Place, { groups }: Scheme): SchemeFault[] {
  return Object.entries(criterion.inputs).flatMap(([name, binding]) => {
    if (binding.from !== "criterion" && binding.from !== "group") return [];
    const code = binding.from === "criterion" ? "unknown-criterion" : "unknown-group";
    const isKnown = referredGroup(binding, groups) !== undefined;
    return found(!isKnown && schemeFault(`${path}.inputs.${name}.code`, code, { code: binding.code }));
  });
}

function scorerFaults({ criterion, path }: Place): SchemeFault[] {
  return validateScorer(criterion.scorer).map(({ path: at, reason, from, to }) =>
    schemeFault(`${path}.${at}`, reason, {
      ...(from !== undefined && { from: from ?? "" }),
      ...(to !== undefined && { to: to ?? "" }),
    }),
  );
}

/** What a mark's path leads to, by property names and list positions; undefined where there is nothing. */
function reach(from: unknown, field: string): unknown {
  return field
    .split(/[.[\]]+/)
    .filter((name) => name !== "")
    .reduce((at: unknown, name) => {
      if (typeof at !== "object" || at === null || !Object.hasOwn(at, name)) return undefined;
      return Reflect.get(at, name);
    }, from);
}

function markFaults(owner: { readonly unverified: readonly Mark[] }, path: string): SchemeFault[] {
  return owner.unverified.flatMap(({ field }, at) =>
    found(
      reach(owner, field) === undefined && schemeFault(`${path}unverified[${at}].field`, "mark-on-nothing", { field }),
    ),
  );
}

/** Every ring of groups that rest on each other, and every part that nothing is composed of. */
function structureFaults(scheme: Scheme): SchemeFault[] {
  const { groups } = scheme;
  const used = new Set(
    groups.flatMap(({ criteria }) =>
      criteria.flatMap(({ inputs }) =>
        Object.values(inputs).flatMap((binding) => referredGroup(binding, groups)?.code ?? []),
      ),
    ),
  );
  return [
    ...repeatedCodes("groups", groups),
    ...orderGroups(scheme).rings.map((ring) => schemeFault("groups", "reference-cycle", { ring: ring.join(" > ") })),
    ...groups.flatMap(({ code, role }, at) =>
      found(role === "part" && !used.has(code) && schemeFault(`groups[${at}].role`, "part-unused", { code })),
    ),
    ...markFaults(scheme, ""),
    ...groups.flatMap((group, at) => markFaults(group, `groups[${at}].`)),
  ];
}

/** A criterion's code is its own in the whole scheme. */
function repeatedCriteria(places: readonly Place[]): SchemeFault[] {
  const seen = new Set<string>();
  return places.flatMap(({ criterion: { code }, path }) => {
    const isRepeated = seen.has(code);
    seen.add(code);
    return found(isRepeated && schemeFault(`${path}.code`, "repeated-code", { code }));
  });
}

/** What stands against the groups and criteria of a scheme, apart from their weights. */
export function criterionFaults(scheme: Scheme, known: SchemeContext): SchemeFault[] {
  const places = scheme.groups.flatMap(({ criteria }, at) =>
    criteria.map((criterion, under) => ({ criterion, path: `groups[${at}].criteria[${under}]` })),
  );
  return [
    ...structureFaults(scheme),
    ...repeatedCriteria(places),
    ...places.flatMap((place) => [
      ...ownSubjectFaults(place, known),
      ...scorerFaults(place),
      ...inputFaults(place.criterion, place.path, scheme),
      ...referenceFaults(place, scheme),
      ...markFaults(place.criterion, `${place.path}.`),
    ]),
  ];
}
