import type { Area, Progress } from "../api.ts";
import { ProgressLines } from "../features/progress/progress-lines.tsx";
import { useProgress } from "../features/progress/query.ts";
import { useText } from "../text/text.ts";
import { Section } from "../ui/page.tsx";

/** Whether a figure of the area is named with a target, counted or beside. */
function names(row: Progress, area: string): boolean {
  const figures = [row.actual, ...row.beside.map(({ observation }) => observation)];
  return figures.some((figure) => figure?.area.code === area);
}

/** Targets of a wider area that the figures of this one bear on: a member park answers for its zone's targets, too. */
export function ElsewhereTargets({ area }: { area: Area }) {
  const wider = [...new Set(area.parents.filter(({ kind }) => kind === "member").map((parent) => parent.area.code))];
  return wider.map((code) => <OfWider key={code} area={area} wider={code} />);
}

function OfWider({ area, wider }: { area: Area; wider: string }) {
  const { say } = useText();
  const { data = [] } = useProgress({ area: wider });
  const rows = data.filter((row) => names(row, area.code));
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <Section title={say("area.elsewhereTitle", { name: first.target.area.name, count: rows.length })}>
      <ProgressLines rows={rows} showArea />
    </Section>
  );
}
