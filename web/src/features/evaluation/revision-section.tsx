import { signed } from "../../text/number.ts";
import { type Say, useText } from "../../text/text.ts";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/state.tsx";
import { DifferenceTable } from "./difference-table.tsx";
import { useComparison, useRevisions } from "./query.ts";
import { RefusalSection } from "./refusal-section.tsx";
import type { Differences, Evaluation } from "./request.ts";

const mostSaid = 3;

type Difference = Differences["items"][number];

function rankWords({ rank: { before, after } }: Difference, say: Say): string {
  if (before === null || after === null) return say("evaluation.revision.noRank");
  return before === after ? say("evaluation.revision.rankSame") : say("evaluation.revision.rankUp", { before, after });
}

/** 已采用数据发生修订: what the sealed run would give now; it stays as it was sealed. */
export function RevisionSection({ evaluation }: { evaluation: Pick<Evaluation, "id" | "seal"> }) {
  const { say } = useText();
  const { data } = useRevisions(evaluation.id, evaluation.seal !== null);
  if (data === undefined || data.revised === 0) return null;
  const { items, refusals, revised } = data;
  return (
    <Section title={say("evaluation.revision.title")} className="revision">
      <Notice kind="warn">
        <p>
          <strong>{say("evaluation.revision.lead", { count: revised })}</strong>
        </p>
        {refusals.length > 0 && <p>{say("evaluation.revision.refused", { count: refusals.length })}</p>}
        {refusals.length === 0 && items.length === 0 && <p>{say("evaluation.revision.same")}</p>}
        {items.length > mostSaid && <p>{say("evaluation.revision.areas", { count: items.length })}</p>}
        {items.slice(0, mostSaid).map((item) => (
          <p key={item.area.code}>
            {say("evaluation.revision.area", {
              area: item.area.name,
              points: item.points === null ? say("page.none") : signed(item.points),
              rank: rankWords(item, say),
            })}
          </p>
        ))}
      </Notice>
      {items.length > 0 && (
        <DifferenceTable
          name={say("evaluation.revision.title")}
          evaluation={evaluation.id}
          items={items}
          heads={{ before: say("evaluation.revision.sealed"), after: say("evaluation.revision.now") }}
        />
      )}
      {refusals.length > 0 && <RefusalSection refusals={refusals} />}
    </Section>
  );
}

/** What a second run changed: every number, area by area. */
export function DifferenceSection({ evaluation }: { evaluation: Pick<Evaluation, "id" | "replaces"> }) {
  const { say } = useText();
  const query = useComparison(evaluation.id, evaluation.replaces);
  if (evaluation.replaces === null) return null;
  return (
    <Section title={say("evaluation.difference.title")} note={say("evaluation.difference.note")}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say("evaluation.difference.none")}</Empty>
          ) : (
            <DifferenceTable
              name={say("evaluation.difference.title")}
              evaluation={evaluation.id}
              items={items}
              heads={{ before: say("evaluation.difference.before"), after: say("evaluation.difference.after") }}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
