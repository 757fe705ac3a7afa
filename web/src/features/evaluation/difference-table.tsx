import { signed } from "../../text/number.ts";
import { type Say, useText } from "../../text/text.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { AreaLink } from "./area-link.tsx";
import type { Differences } from "./request.ts";

type Difference = Differences["items"][number];

interface TableParts {
  readonly name: string;
  readonly evaluation: string;
  readonly items: readonly Difference[];
  /** What the two results are called: of runs, or the sealed one and that on the figures of now. */
  readonly heads: { readonly before: string; readonly after: string };
}

const changed = (before: string | null, after: string | null, say: Say): string => {
  const [old, own] = [before ?? say("page.none"), after ?? say("page.none")];
  return old === own ? own : say("evaluation.difference.change", { before: old, after: own });
};

const rankText = ({ rank }: Difference, say: Say): string =>
  changed(rank.before?.toString() ?? null, rank.after?.toString() ?? null, say);

/** Which totals, places, grades and lines differ between two results, area by area. */
export function DifferenceTable({ name, evaluation, items, heads }: TableParts) {
  const { say } = useText();
  const columns: Column<Difference>[] = [
    {
      ...{ id: "area", head: say("evaluation.difference.area"), heading: true, text: ({ area }) => area.name },
      cell: ({ area }) => <AreaLink evaluation={evaluation} area={area} />,
    },
    {
      ...{ id: "before", head: heads.before, numeric: true },
      text: ({ total }) => total.before ?? say("page.none"),
    },
    {
      ...{ id: "after", head: heads.after, numeric: true },
      text: ({ total }) => total.after ?? say("page.none"),
    },
    {
      ...{ id: "points", head: say("evaluation.difference.points"), numeric: true },
      text: ({ points }) => (points === null ? say("page.none") : signed(points)),
    },
    { id: "rank", head: say("evaluation.difference.rank"), text: (row) => rankText(row, say) },
    {
      ...{ id: "grade", head: say("evaluation.difference.grade") },
      text: ({ grade }) => changed(grade.before?.name ?? null, grade.after?.name ?? null, say),
    },
    {
      ...{ id: "lines", head: say("evaluation.difference.lines"), wide: true },
      text: ({ lines }) => lines.map(({ sentence }) => sentence).join(" "),
      cell: ({ lines }) => (
        <>
          {lines.map(({ criterion, sentence }) => (
            <p key={criterion.code}>{sentence}</p>
          ))}
        </>
      ),
    },
  ];
  return <DataTable name={name} columns={columns} rows={items} rowKey={({ area }) => area.code} />;
}
