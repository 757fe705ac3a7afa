import { fieldsAt, freeCode, listAt, type Path, type Tree, textAt } from "./tree.ts";

export const criterionCodes = (tree: Tree): string[] =>
  listAt(tree, ["groups"]).flatMap((group) =>
    listAt(group, ["criteria"]).map((criterion) => textAt(criterion, ["code"])),
  );
const groupCodes = (tree: Tree): string[] => listAt(tree, ["groups"]).map((group) => textAt(group, ["code"]));

const unnoted = { note: null, noteEn: null };

/** A criterion to begin with: a completion of the year's target; its name and what it measures must be said. */
export function blankCriterion(tree: Tree) {
  return {
    ...{ code: freeCode("criterion-1", criterionCodes(tree)), name: "", nameEn: null, indicator: null, caliber: null },
    scorer: { type: "completion", cap: "1", floor: "0" },
    ...{ weight: "1", weights: {}, missing: "refuse", benchmarks: [], unverified: [] },
    inputs: {
      actual: { from: "figure", take: "value", yearsBack: 0, of: null },
      target: { from: "target", of: null },
    },
    ...unnoted,
  };
}

export function blankGroup(tree: Tree) {
  const code = freeCode("group-1", groupCodes(tree));
  const criteria = [blankCriterion(tree)];
  return {
    code,
    name: "",
    nameEn: null,
    role: "counted",
    weight: "",
    weights: {},
    criteria,
    unverified: [],
    ...unnoted,
  };
}

/** The same criterion again, under a code of its own. */
export function copyCriterion(tree: Tree, path: Path): unknown {
  const found = fieldsAt(tree, path);
  return { ...found, code: freeCode(textAt(tree, [...path, "code"]), criterionCodes(tree)) };
}

/** The same group again, it and its criteria under codes of their own; what they refer to stays. */
export function copyGroup(tree: Tree, path: Path): unknown {
  const taken = criterionCodes(tree);
  const criteria = listAt(tree, [...path, "criteria"]).map((criterion) => {
    const code = freeCode(textAt(criterion, ["code"]), taken);
    taken.push(code);
    return { ...fieldsAt(criterion, []), code };
  });
  return { ...fieldsAt(tree, path), code: freeCode(textAt(tree, [...path, "code"]), groupCodes(tree)), criteria };
}
