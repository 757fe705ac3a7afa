import { Link, useNavigate } from "@tanstack/react-router";
import { type Say, useText } from "../../text/text.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { Original } from "../../ui/original.tsx";
import { Page, Section, Tag } from "../../ui/page.tsx";
import { Loaded } from "../../ui/state.tsx";
import { comparisonRows, kinds, type ValueSpeech } from "./comparison-rows.ts";
import { useFormWords } from "./editing.ts";
import { useComparison, useSchemes } from "./query.ts";
import type { Comparison, SchemeSummary } from "./request.ts";
import "./scheme.css";

/** What differs from another scheme, last year's as a rule: in a sentence, then place by place. */
export function ComparisonPage({ code, other }: { code: string; other: string }) {
  const comparison = useComparison(code, other);
  const schemes = useSchemes();
  return (
    <Loaded query={schemes} lines={12} height={480}>
      {(items) => (
        <Loaded query={comparison} lines={12} height={480}>
          {(found) => <Compared comparison={found} schemes={items} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function sentenceOf({ before, after, differences }: Comparison, say: Say): string {
  if (before.code === after.code) return say("scheme.comparison.choose");
  if (differences.length === 0) return say("scheme.comparison.same", { before: before.name });
  const told = kinds.flatMap((kind) => {
    const count = differences.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [say(`scheme.comparison.kinds.${kind}`, { count })];
  });
  const counts = { count: differences.length, kinds: told.join(say("page.comma")) };
  return say("scheme.comparison.some", { before: before.name, ...counts });
}

function useSpeech(): ValueSpeech {
  const { say, language } = useText();
  return {
    ...{ words: useFormWords(), isEnglish: language === "en", none: say("page.none"), list: say("page.list") },
    ...{ yes: say("scheme.item.yes"), no: say("scheme.item.no"), arrow: say("scheme.comparison.arrow") },
    pair: (label, value) => say("scheme.comparison.pair", { label, value }),
    coded: (name, code) => say("scheme.comparison.coded", { name, code }),
  };
}

interface ComparedParts {
  readonly comparison: Comparison;
  readonly schemes: readonly SchemeSummary[];
}

function Compared({ comparison, schemes }: ComparedParts) {
  const { say } = useText();
  const { before, after, differences } = comparison;
  const rows = comparisonRows(differences, useSpeech());
  return (
    <Page
      name={`${say("scheme.comparison.name")} · ${after.name}`}
      sentence={sentenceOf(comparison, say)}
      lead={<ComparedLead {...{ before, after, schemes }} />}
    >
      {differences.length > 0 && (
        <Section title={say("scheme.comparison.table")}>
          <DataTable
            name={say("scheme.comparison.table")}
            first={100}
            rows={rows}
            rowKey={({ path, kind }) => `${kind} ${path}`}
            columns={[
              {
                ...{ id: "place", head: say("scheme.comparison.place"), heading: true, wide: true },
                text: ({ place }) => place,
              },
              {
                ...{ id: "kind", head: say("scheme.comparison.mark") },
                text: ({ kind }) => say(`scheme.comparison.kind.${kind}`),
                cell: ({ kind }) => (
                  <Tag kind={kind === "changed" ? "plain" : "accent"}>{say(`scheme.comparison.kind.${kind}`)}</Tag>
                ),
              },
              ...(["before", "after"] as const).map((side) => ({
                id: side,
                head: say(`scheme.comparison.${side}`),
                wide: true,
                text: (row: (typeof rows)[number]) => row[side],
                cell: (row: (typeof rows)[number]) => <Original>{row[side]}</Original>,
              })),
            ]}
          />
        </Section>
      )}
    </Page>
  );
}

type LeadParts = Pick<Comparison, "before" | "after"> & Pick<ComparedParts, "schemes">;

function ComparedLead({ before, after, schemes }: LeadParts) {
  const { say } = useText();
  const navigate = useNavigate();
  const others = schemes.filter(({ code }) => code !== after.code || code === before.code);
  return (
    <div className="lead-row scheme-compared">
      <ChoiceField
        label={say("scheme.comparison.with")}
        value={before.code}
        options={others.map(({ code, name }) => ({
          value: code,
          label: code === after.code ? say("scheme.criterion.choose") : `${name} · ${code}`,
        }))}
        onChange={(chosen) =>
          void navigate({
            to: "/schemes/$scheme",
            params: { scheme: after.code },
            search: (view) => ({ ...view, with: chosen }),
            replace: true,
          })
        }
      />
      <Link to="/schemes/$scheme" params={{ scheme: after.code }} className="button">
        {say("scheme.comparison.back")}
      </Link>
    </div>
  );
}
