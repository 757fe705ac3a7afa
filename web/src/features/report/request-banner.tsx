import { useState } from "react";
import type { Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { dayName } from "../../text/time.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Original } from "../../ui/original.tsx";
import { useStep } from "./query.ts";
import { grant, refuse } from "./request.ts";

/** What a park has asked and the office has not answered; the office answers here. */
export function RequestBanner({ report }: { report: Report }) {
  const { say, language } = useText();
  const [isRefusing, setRefusing] = useState(false);
  const granting = useStep(report.id, () => grant(report, ""));
  const { request } = report;
  if (request === null) return null;
  const names = request.indicators.map(
    (code) => report.lineItems.find(({ indicator }) => indicator.code === code)?.indicator.name ?? code,
  );
  return (
    <Notice kind="warn">
      <p>
        {say(`report.request.banner.${request.kind}`, {
          day: dayName(request.until, language),
          lines: names.join(say("page.list")),
        })}
        {say("page.colon")}
        <Original>{request.reason}</Original>
      </p>
      {report.may.grant && report.turn === "office" && <p>{say("report.request.first")}</p>}
      {report.may.grant ? (
        <p className="notice-actions">
          <button
            type="button"
            className="button button-primary"
            disabled={granting.isPending}
            onClick={() => granting.mutate(undefined)}
          >
            {say("report.request.grant")}
          </button>
          <button type="button" className="button" onClick={() => setRefusing(true)}>
            {say("report.request.refuse")}
          </button>
          {granting.error !== null && <span className="told-hard">{granting.error.message}</span>}
        </p>
      ) : (
        <p className="quiet">{say("report.request.waiting")}</p>
      )}
      {isRefusing && <RefuseDialog report={report} onClose={() => setRefusing(false)} />}
    </Notice>
  );
}

function RefuseDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const { say } = useText();
  const [reason, setReason] = useState("");
  const step = useStep(report.id, () => refuse(report, reason.trim()));
  return (
    <Dialog
      title={say("report.request.refuseTitle")}
      action={say("report.request.refuse")}
      isReady={reason.trim() !== ""}
      isBusy={step.isPending}
      error={step.error?.message}
      onClose={onClose}
      onAction={() => step.mutate(undefined, { onSuccess: onClose })}
    >
      <TextArea label={say("report.request.refuseReason")} value={reason} most={2000} onChange={setReason} />
    </Dialog>
  );
}
