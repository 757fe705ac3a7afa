import { type Actor, departmentsOf } from "@yuanbiao/core/access";
import { useState } from "react";
import type { Report, ReportSummary } from "../../api.ts";
import { unitName } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { LeaveGuard, LeaveQuestion } from "../../ui/leave-guard.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { PaperButton } from "../../ui/paper-button.tsx";
import { Empty, Skeleton } from "../../ui/state.tsx";
import { isAnythingUnsaved } from "../../unsaved.ts";
import { useManyReports } from "./query.ts";
import { verificationAddress } from "./request.ts";
import { groupByRound, RoundChoice, type RoundReports } from "./round-choice.tsx";
import { isTaken, isToVerify, type VerifyGroup, verifyGroups } from "./verification.ts";
import { VerifyAll, VerifyRow } from "./verify-row.tsx";
import "./verification-desk.css";

/** 核定台: the figures of one's own indicators over all areas, reported beside one's own. */
export function VerificationDesk({ reports, actor }: { reports: readonly ReportSummary[]; actor: Actor }) {
  const { say } = useText();
  const rounds = groupByRound(reports.filter(isTaken));
  const [chosen, setChosen] = useState<string | null>(null);
  const round = rounds.find(({ code }) => code === chosen) ?? rounds[0];
  if (round === undefined) {
    return (
      <Page name={say("review.verifyName")} sentence={say("review.verifySentence.none")}>
        <Empty>{say("review.verifyEmpty")}</Empty>
      </Page>
    );
  }
  return <RoundDesk key={round.code} rounds={rounds} round={round} actor={actor} onRound={setChosen} />;
}

interface DeskParts {
  readonly rounds: readonly RoundReports[];
  readonly round: RoundReports;
  readonly actor: Actor;
  readonly onRound: (round: string) => void;
}

function RoundDesk({ rounds, round, actor, onRound }: DeskParts) {
  const { say } = useText();
  const queries = useManyReports(round.reports.map(({ id }) => id));
  const loaded = queries.flatMap(({ data }): Report[] => (data === undefined ? [] : [data]));
  const isWhole = loaded.length === queries.length;
  const groups = verifyGroups(loaded, departmentsOf(actor, "line.verify"));
  const lines = groups.flatMap((group) => group.lines);
  const open = lines.filter(({ line }) => isToVerify(line));
  const areas = new Set(open.map(({ report }) => report.area.code)).size;
  const kind = open.length === 0 ? "none" : "some";
  const told = { areas, count: open.length, done: lines.length - open.length };
  const [wanted, setWanted] = useState<string | null>(null);
  if (!isWhole) return <Skeleton lines={16} height={640} />;
  const words = {
    title: say("review.verify.leave.title"),
    text: say("review.verify.leave.text"),
    action: say("review.verify.leave.action"),
  };
  const choose = (code: string): void => (isAnythingUnsaved() ? setWanted(code) : onRound(code));
  return (
    <Page
      name={say("review.verifyName")}
      sentence={say(`review.verifySentence.${kind}`, told)}
      lead={<RoundChoice rounds={rounds} value={round.code} onChange={choose} />}
    >
      {groups.length === 0 && <Empty>{say("review.verifyEmpty")}</Empty>}
      {groups.map((group) => (
        <GroupSection key={group.indicator.code} group={group} />
      ))}
      {groups.length > 0 && <Papers reports={round.reports} />}
      <LeaveGuard words={words} />
      {wanted !== null && (
        <LeaveQuestion words={words} onLeave={() => onRound(wanted)} onStay={() => setWanted(null)} />
      )}
    </Page>
  );
}

/** 核定表 of each area, to be signed. */
function Papers({ reports }: { reports: readonly ReportSummary[] }) {
  const { say } = useText();
  return (
    <Section title={say("review.verify.papers")} note={say("review.verify.papersNote")}>
      <div className="verify-papers">
        {reports.map((report) => (
          <PaperButton
            key={report.id}
            address={verificationAddress(report)}
            label={say("review.verify.paperOf", { area: report.area.name })}
          />
        ))}
      </div>
    </Section>
  );
}

function GroupSection({ group }: { group: VerifyGroup }) {
  const { say, language } = useText();
  const { indicator, caliber, lines } = group;
  const about = [caliber.name, say("page.unit", { unit: unitName(indicator.unit, language) })].join(" · ");
  return (
    <Section
      title={indicator.name}
      note={`${about} · ${say("review.verify.keys")}`}
      tools={<VerifyAll lines={lines.filter(({ line }) => isToVerify(line))} />}
    >
      <table className="table verify-table">
        <caption className="visually-hidden">{indicator.name}</caption>
        <thead>
          <tr>
            <th scope="col">{say("review.verify.area")}</th>
            <th scope="col" className="numeric">
              {say("review.verify.reported")}
            </th>
            <th scope="col" className="numeric">
              {say("review.previous")}
            </th>
            <th scope="col">{say("review.verify.value")}</th>
            <th scope="col">{say("review.verify.reason")}</th>
            <th scope="col">{say("review.action")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((one) => (
            <VerifyRow key={`${one.report.id} ${one.line.verification?.version ?? 0}`} {...one} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}
