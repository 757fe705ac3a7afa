import { type Actor, isOfPark } from "@yuanbiao/core/access";
import { useRef, useState } from "react";
import type { Report } from "../../api.ts";
import { type Language, type Say, useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { Page } from "../../ui/page.tsx";
import { Due, dueWords } from "./due.tsx";
import { EvidenceSection } from "./evidence.tsx";
import { ReportForm, type Settling } from "./form.tsx";
import { ReportTags } from "./my-reports.tsx";
import { PrintForm } from "./print-form.tsx";
import { ReportTools } from "./report-tools.tsx";
import { RequestBanner } from "./request-banner.tsx";
import { ReviewReport } from "./review-report.tsx";
import { Thread } from "./thread.tsx";
import { Track } from "./track.tsx";
import { Watermark } from "./watermark.tsx";
import "./report-page.css";

/** One report: the form for who fills it, the lines side by side for everybody else; what happened, below. */
export function ReportPage({ report, actor }: { report: Report; actor: Actor }) {
  const { say, language } = useText();
  const [code, setCode] = useState<string | null>(null);
  const settling: Settling = useRef(null);
  const isOwn = isOfPark(actor, report.area.code);
  return (
    <div className="report-page">
      {report.unpublished && !isOwn && <Watermark />}
      <PrintForm report={report} code={code} />
      <div className="on-screen">
        <Page
          name={`${report.round.name} · ${report.area.name} · ${periodName(report.period, language)}`}
          sentence={headWords(report, isOwn, say, language)}
          lead={<ReportLead report={report} isOwn={isOwn} settling={settling} onCode={setCode} />}
        >
          <RequestBanner report={report} />
          {report.may.edit ? (
            <ReportForm key={report.id} report={report} settling={settling} />
          ) : (
            report.shown !== "nothing" && <ReviewReport report={report} />
          )}
          <EvidenceSection report={report} />
          <Thread report={report} />
        </Page>
      </div>
    </div>
  );
}

/** Where the report stands and what is to be done, in one sentence. */
function headWords(report: Report, isOwn: boolean, say: Say, language: Language): string {
  const { lines, verified, adopted, returned, may, turn } = report;
  const filled = report.filled ?? 0;
  const due = dueWords(report, say, language);
  if (turn === "clerk") {
    if (!isOwn) {
      if (report.shown === "sent") return say("report.head.sent");
      return say(report.filled === null ? "report.head.hidden" : "report.head.waiting", { filled, lines, due });
    }
    if (report.state === "returned") {
      return returned === 0
        ? say("report.head.returnedWhole", { due })
        : say("report.head.returned", { count: returned, due });
    }
    if (report.roundState !== "open" && !may.edit && !report.supplement) return say("report.head.closed");
    return say(may.edit ? "report.head.fill" : "report.head.waiting", { filled, lines, due });
  }
  if (turn === "office" && may.accept && filled > 0 && report.accepted === filled) return say("report.head.accepted");
  return say(`report.head.${turn}`, { filled, verified, adopted });
}

interface LeadParts {
  readonly report: Report;
  readonly isOwn: boolean;
  readonly settling: Settling;
  readonly onCode: (code: string | null) => void;
}

function ReportLead({ report, isOwn, settling, onCode }: LeadParts) {
  const { say } = useText();
  return (
    <div className="report-lead">
      <div className="report-lead-row">
        <Track report={report} />
        {report.turn !== "clerk" && <Due report={report} />}
        <ReportTags report={report} />
        <ReportTools report={report} isOwn={isOwn} settling={settling} onCode={onCode} />
      </div>
      {report.instructions !== null && (
        <details className="report-instructions" open={report.may.edit}>
          <summary>{say("report.instructions")}</summary>
          <p>{report.instructions}</p>
        </details>
      )}
    </div>
  );
}
