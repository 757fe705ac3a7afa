import type { Status, Summary } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Light } from "../../ui/light.tsx";
import { lightShapes } from "../../ui/light-shape.ts";
import { Section } from "../../ui/page.tsx";
import { DispatchButton } from "./dispatch-button.tsx";
import { statesIn } from "./matrix.ts";

type Count = Summary["counts"]["policy"][number];

/** How many targets stand where: documents and press apart, provisional verdicts hatched within their bar. */
export function Counts({ summary }: { summary: Summary }) {
  const { say } = useText();
  const { policy, press } = summary.counts;
  const states = statesIn(policy, press);
  const most = Math.max(1, ...policy.map((count) => count.total), ...press.map((count) => count.total));
  const total = (counts: readonly Count[]) => counts.reduce((sum, count) => sum + count.total, 0);
  return (
    <Section title={say("summary.counts.title")} note={say("summary.counts.note")} tools={<DispatchButton />}>
      <table className="table counts">
        <thead>
          <tr>
            <th scope="col">{say("summary.counts.status")}</th>
            <th scope="col">{say("summary.counts.policy")}</th>
            <th scope="col">{say("summary.counts.press")}</th>
          </tr>
        </thead>
        <tbody>
          {states.map((status) => (
            <tr key={status}>
              <th scope="row">
                <Light status={status} />
              </th>
              <td>
                <CountBar count={policy.find((count) => count.status === status)} status={status} most={most} />
              </td>
              <td>
                <CountBar count={press.find((count) => count.status === status)} status={status} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say("summary.counts.total")}</th>
            <td>{total(policy)}</td>
            <td>{total(press)}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}

function CountBar({ count, status, most }: { count: Count | undefined; status: Status; most: number }) {
  const { say } = useText();
  if (count === undefined || count.total === 0) return <span className="quiet">0</span>;
  const colour = lightShapes[status].colour;
  const width = (value: number) => `${(value / most) * 100}%`;
  const firm = count.total - count.provisional;
  const hatched = lightShapes[status].fill === "hatched";
  return (
    <span className="count">
      <span className="count-number">{count.total}</span>
      <svg className={`count-bar light-${colour}`} aria-hidden="true" height="10">
        <rect width={width(firm)} height="10" fill={hatched ? `url(#hatch-${colour})` : "currentColor"} />
        <rect
          x={width(firm)}
          width={width(count.provisional)}
          height="10"
          fill={`url(#hatch-${colour})`}
          className="count-provisional"
        />
      </svg>
      {count.provisional > 0 && (
        <span className="quiet nowrap">
          {say("summary.counts.provisional")} {count.provisional}
        </span>
      )}
    </span>
  );
}
