import { type Weighed, weighRoles } from "@yuanbiao/core/counting";
import type { Observation } from "./api.ts";

type Asked = Weighed & Pick<Observation, "area" | "indicator" | "caliber" | "period">;

const questionOf = ({ area, indicator, caliber, period }: Asked): string =>
  `${area.code} ${indicator.code} ${caliber.code} ${period}`;

/** Of many figures those that count, in their order: a figure that was reported, verified and adopted counts once. */
export function countingFigures<T extends Asked>(figures: readonly T[]): readonly T[] {
  const questions = new Map<string, T[]>();
  for (const figure of figures) {
    const question = questions.get(questionOf(figure));
    if (question === undefined) questions.set(questionOf(figure), [figure]);
    else question.push(figure);
  }
  const counting = new Set([...questions.values()].flatMap((question) => weighRoles(question).counting));
  return figures.filter((figure) => counting.has(figure));
}
