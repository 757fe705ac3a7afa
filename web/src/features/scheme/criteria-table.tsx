import { useText } from "../../text/text.ts";
import type { Points, Weights } from "./columns.ts";
import { CriterionRow } from "./criterion-row.tsx";
import { useEditing } from "./editing.ts";
import { calledBy } from "./place-words.ts";
import { listAt, type Path } from "./tree.ts";
import { columnsOf, pointsOfGroup, typesOf } from "./weighing.ts";

/** Park types with the same points share a column. */
function usePoints(group: Path): Points[] {
  const { tree } = useEditing();
  const { say, language } = useText();
  const columns = typesOf(tree).map((type) => ({
    head: say("scheme.group.heads.pointsOf", { type: calledBy(type, language === "en") }),
    values: pointsOfGroup(tree, group, type.code),
  }));
  const [first] = columns;
  const isSame = columns.every(({ values }) => values.join() === first?.values.join());
  if (first === undefined) return [];
  return isSame ? [{ head: say("scheme.group.heads.points"), values: first.values }] : columns;
}

/** The criteria of a group: weights, effective points, rule, and what is open; each unfolds into its editor. */
export function CriteriaTable({ group, name }: { group: Path; name: string }) {
  const { tree, isFixed } = useEditing();
  const { say, language } = useText();
  const types = columnsOf(tree, isFixed);
  const points = usePoints(group);
  const common = say(types.length > 0 ? "scheme.group.heads.common" : "scheme.group.heads.weight");
  const weights: Weights[] = [
    { at: ["weight"], head: common, empty: undefined },
    ...types.map((type) => ({
      at: ["weights", type.code],
      head: say("scheme.group.heads.column", { type: calledBy(type, language === "en") }),
      empty: say("scheme.group.sameAsCommon"),
    })),
  ];
  return (
    <div className="table-scroll">
      <table className="table table-cards scheme-criteria">
        <caption className="visually-hidden">{say("scheme.group.table", { name })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("scheme.group.heads.name")}</th>
            {[...weights, ...points].map(({ head }) => (
              <th key={head} scope="col" className="numeric">
                {head}
              </th>
            ))}
            <th scope="col">{say("scheme.group.heads.rule")}</th>
            <th scope="col">{say("scheme.group.heads.state")}</th>
            {!isFixed && <th scope="col">{say("scheme.group.heads.actions")}</th>}
          </tr>
        </thead>
        <tbody>
          {listAt(tree, [...group, "criteria"]).map((_, at) => (
            <CriterionRow key={at} {...{ group, at, weights, points }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
