import { z } from "zod";
import { type Exact, exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf, InputFigure, isInherited, type ScorerFault } from "../scorer-definition.ts";
import { oneOutcome, type Scored, scored, step, unscored } from "../scorer-outcome.ts";

const Name = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}.-]{0,63}$/u, "malformed-name");
const listOf = <Part extends z.ZodType>(part: Part) => z.array(part).min(1).max(50);

/** Parts within parts, four deep: more than any published composite has, and a bound on what is read. */
const Leaf = z.strictObject({ share: Quantity, of: Name });
const nest = <Part extends z.ZodType>(part: Part) =>
  z.strictObject({ share: Quantity, of: z.union([Name, z.strictObject({ parts: listOf(part) })]) });
const Part = nest(nest(nest(Leaf)));

interface Part {
  readonly share: string;
  readonly of: string | { readonly parts: readonly Part[] };
}

/** A figure's name with its share of the whole, and where it stands. */
interface Placed {
  readonly name: string;
  readonly share: Exact;
  readonly path: string;
}

/** Every named figure: a nested share is a share of the share above it. */
function flatten(parts: readonly Part[], above = exact(1), path = "parts"): Placed[] {
  return parts.flatMap(({ share, of }, at) => {
    const [own, here] = [above.times(share), `${path}[${at}].of`];
    return typeof of === "string" ? [{ name: of, share: own, path: here }] : flatten(of.parts, own, `${here}.parts`);
  });
}

/** The shares of one level are positive and make up the whole. */
function shareFaults(parts: readonly Part[], path = "parts"): ScorerFault[] {
  const sum = parts.reduce((total, { share }) => total.plus(share), exact(0));
  return [
    ...faultsOf(!sum.eq(1) && fault(path, "shares-not-one")),
    ...parts.flatMap(({ share, of }, at) => [
      ...faultsOf(exact(share).lte(0) && fault(`${path}[${at}].share`, "non-positive-value")),
      ...(typeof of === "string" ? [] : shareFaults(of.parts, `${path}[${at}].of.parts`)),
    ]),
  ];
}

function nameFaults(placed: readonly Placed[]): ScorerFault[] {
  const first = new Map(placed.toReversed().map(({ name, path }) => [name, path]));
  return placed.flatMap(({ name, path }) =>
    faultsOf(
      (name === "bonus" || isInherited(name)) && fault(path, "reserved-name"),
      first.get(name) !== path && fault(path, "repeated-name"),
    ),
  );
}

/** 合成: Σ share × part, where a part may be a composite itself, and a bonus beside it. */
export const composite = defineScorer({
  config: z.strictObject({ type: z.literal("composite"), parts: listOf(Part) }),
  weight: "unused",
  inputs: ({ parts }): z.ZodType<Readonly<Record<string, InputFigure>>> =>
    z.strictObject({
      ...Object.fromEntries(flatten(parts).map(({ name }) => [name, InputFigure])),
      bonus: InputFigure,
    }),
  validate: ({ parts }) => [...shareFaults(parts), ...nameFaults(flatten(parts))],
  prepare({ parts }) {
    const placed = flatten(parts);
    const score = (figures: Readonly<Record<string, InputFigure>>): Scored => {
      const given = placed.map(({ name, share }) => ({ name, share, figure: figures[name] ?? null }));
      const missing = given.find(({ figure }) => figure === null);
      if (missing !== undefined) return unscored("missing-input", missing.name);
      const bonus = figures["bonus"] ?? null;
      const all = given.map(({ name, share, figure }) => ({ name, share, points: share.times(figure ?? "0") }));
      const points = all.reduce((sum, part) => sum.plus(part.points), exact(bonus ?? "0"));
      return scored(points, () => [
        ...all.map(({ name, share, points: own }) =>
          step("part", { figure: figures[name] ?? "0", share, points: own }, name),
        ),
        ...(bonus === null ? [] : [step("bonus", { bonus, points })]),
      ]);
    };
    return { score: (inputs) => oneOutcome(score(inputs)) };
  },
});
