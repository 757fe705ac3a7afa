import type { RequestKind } from "@yuanbiao/core/report";
import { useState } from "react";
import { flushSync } from "react-dom";
import type { Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { PaperButton } from "../../ui/paper-button.tsx";
import { EvidenceDialog } from "./evidence-dialog.tsx";
import { ExcelDialog } from "./excel-dialog.tsx";
import type { Settling } from "./form.tsx";
import { useStep } from "./query.ts";
import { makePrint, readReport, templateAddress, verificationAddress } from "./request.ts";
import { RequestDialog, requestsFor } from "./request-dialog.tsx";
import { isTaken } from "./verification.ts";

interface ToolParts {
  readonly report: Report;
  /** Whether the reader is of the park that signs and seals it. */
  readonly isOwn: boolean;
  readonly settling: Settling;
  /** The code of the sheet that is printed. */
  readonly onCode: (code: string | null) => void;
}

/** What one does with a report beside filling it: Excel both ways, paper, requests. */
export function ReportTools({ report, isOwn, settling, onCode }: ToolParts) {
  const { say } = useText();
  const [asked, setAsked] = useState<RequestKind | "excel" | "seal" | null>(null);
  const close = () => setAsked(null);
  const printing = usePrint(report, { isSealed: isOwn && report.may.evidence, settling, onCode });
  return (
    <span className="report-tools">
      {requestsFor(report).map((kind) => (
        <button key={kind} type="button" className="button-quiet" onClick={() => setAsked(kind)}>
          {say(`report.tools.${kind}`)}
        </button>
      ))}
      {report.shown !== "nothing" && (
        <a className="button-quiet" href={templateAddress(report.id)} download>
          {say(report.may.edit ? "report.excel.template" : "report.excel.download")}
        </a>
      )}
      {isTaken(report) && (
        <PaperButton address={verificationAddress(report)} label={say("report.tools.verification")} />
      )}
      {report.may.edit && (
        <button type="button" className="button-quiet" onClick={() => setAsked("excel")}>
          {say("report.excel.upload")}
        </button>
      )}
      {report.shown !== "nothing" && (
        <button type="button" className="button-quiet" disabled={printing.isPending} onClick={printing.print}>
          {say("report.tools.print")}
        </button>
      )}
      {isOwn && report.may.evidence && (
        <button type="button" className="button-quiet" onClick={() => setAsked("seal")}>
          {say("report.tools.seal")}
        </button>
      )}
      {printing.error !== null && <span className="field-error">{printing.error.message}</span>}
      {asked === "excel" && <ExcelDialog report={report} onClose={close} />}
      {asked === "seal" && <EvidenceDialog report={report} line={null} file={null} kind="seal" onClose={close} />}
      {asked !== null && asked !== "excel" && asked !== "seal" && (
        <RequestDialog report={report} kind={asked} onClose={close} />
      )}
    </span>
  );
}

interface Printing extends Pick<ToolParts, "settling" | "onCode"> {
  readonly isSealed: boolean;
}

/** Prints the report as the server has it; for who may seal it the sheet gets a code that stands for this content. */
function usePrint(report: Report, { isSealed, settling, onCode }: Printing) {
  const { say } = useText();
  const step = useStep(report.id, async () => {
    // What was typed just now belongs onto the paper.
    if (!((await settling.current?.()) ?? true)) throw new Error(say("report.print.unsaved"));
    return readReport(report.id, new AbortController().signal);
  });
  const code = useStep(report.id, async () => {
    const print = isSealed ? await makePrint(report.id) : null;
    flushSync(() => onCode(print?.code ?? null));
    return readReport(report.id, new AbortController().signal);
  });
  const print = () =>
    step.mutate(undefined, { onSuccess: () => code.mutate(undefined, { onSuccess: () => window.print() }) });
  return { print, isPending: step.isPending || code.isPending, error: step.error ?? code.error };
}
