import { Trans } from "react-i18next";
import type { Target } from "../../api.ts";
import { useCut } from "../../paths.ts";
import { difference, grouped, unitName, withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { instantName, periodName } from "../../text/time.ts";
import { citedWords } from "../../text/word.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Cited, Original } from "../../ui/original.tsx";
import { Section } from "../../ui/page.tsx";
import { paperAddress } from "../../ui/paper-address.ts";
import { PaperButton } from "../../ui/paper-button.tsx";
import { Empty } from "../../ui/state.tsx";
import { TargetLink } from "./target-link.tsx";

/** The document's path and the plan by stages, its parts checked against the whole. */
export function Plan({ target }: { target: Target }) {
  const { say, language } = useText();
  const { asOf } = useCut();
  const { unit } = target.indicator;
  const columns: Column<Target["decomposition"][number]>[] = [
    { id: "period", head: say("target.period"), heading: true, text: (part) => periodName(part.period, language) },
    { id: "area", head: say("target.area"), text: (part) => part.area?.name ?? target.area.name },
    {
      id: "value",
      head: `${say("target.value")} ${unitName(unit, language)}`,
      numeric: true,
      text: (part) => grouped(part.value),
    },
    {
      id: "cite",
      head: say("target.cite"),
      text: (part) => citedWords(part.citation),
      cell: (part) => <Cited citation={part.citation} />,
    },
  ];
  return (
    <Section
      title={say("target.path")}
      tools={
        <PaperButton
          address={paperAddress("/api/targets/pledge.docx", { area: target.area.code, asOf })}
          label={say("target.pledge", { area: target.area.name })}
        />
      }
    >
      {target.path === null ? (
        <Empty>{say("target.noPath")}</Empty>
      ) : (
        <p>
          {target.path.points
            .map((point) => `${periodName(point.period, language)} ${withUnit(point.value, unit, language)}`)
            .join(" → ")}{" "}
          <span className="quiet">
            {say(`code.pathKind.${target.path.kind}`)} · {say(`code.pathShape.${target.path.shape}`)}
          </span>
        </p>
      )}
      <h3 className="subhead">{say("target.decomposition")}</h3>
      {target.decomposition.length === 0 ? (
        <Empty>{say("target.noDecomposition")}</Empty>
      ) : (
        <DataTable
          name={say("target.decomposition")}
          columns={columns}
          rows={target.decomposition}
          rowKey={(part) => `${part.period} ${part.area?.code}`}
        />
      )}
      {target.decompositionCheck !== null && (
        <p className="quiet">
          {say("target.decompositionCheck", {
            sum: withUnit(target.decompositionCheck.sum, unit, language),
            difference: difference(target.decompositionCheck.difference, unit, language),
          })}
        </p>
      )}
    </Section>
  );
}

/** Targets that know each other: the outer share, the same series, and those that say something else. */
export function Related({ target }: { target: Target }) {
  const { say, language } = useText();
  const others = target.series.filter((id) => id !== target.id);
  if (target.nestedIn === null && others.length === 0 && target.conflicts.length === 0) return null;
  return (
    <Section title={say("target.nested")}>
      <ul className="lines">
        {target.nestedIn !== null && (
          <li className="line">
            {target.impliedShare === null ? (
              <Trans i18nKey="target.nestedPlain" components={{ target: <TargetLink id={target.nestedIn} /> }} />
            ) : (
              <Trans
                i18nKey="target.nestedIn"
                values={{ share: withUnit(target.impliedShare, "%", language) }}
                components={{ target: <TargetLink id={target.nestedIn} /> }}
              />
            )}
          </li>
        )}
        {others.map((id) => (
          <li key={id} className="line">
            {say("target.series")}
            {say("page.colon")}
            <TargetLink id={id} />
          </li>
        ))}
        {target.conflicts.length > 0 && (
          <li className="line conflict">
            <p>{say("target.conflictsText")}</p>
            {target.conflicts.map((id) => (
              <p key={id}>
                <TargetLink id={id} />
              </p>
            ))}
          </li>
        )}
      </ul>
    </Section>
  );
}

/** Every version of the target, with why it changed. */
export function Revisions({ target }: { target: Target }) {
  const { say, language } = useText();
  return (
    <Section title={say("target.revisions")}>
      {target.revisions.length <= 1 && <p className="quiet">{say("target.original")}</p>}
      <ol className="lines">
        {target.revisions.map((revision) => (
          <li key={revision.version} className="line">
            {say("target.version", { count: revision.version })}
            {say("page.colon")}
            {revision.value === null ? say("page.none") : withUnit(revision.value, target.indicator.unit, language)}
            {say("page.bracket", { text: periodName(revision.due, language) })}
            <span className="quiet">
              {" "}
              {instantName(revision.recordedAt)} · {say(`code.change.${revision.changeReason}`)}
              {revision.changeNote !== null && (
                <>
                  {say("page.colon")}
                  <Original>{revision.changeNote}</Original>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
