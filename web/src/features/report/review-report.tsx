import { useState } from "react";
import type { Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Foot } from "../../ui/foot.tsx";
import { Section } from "../../ui/page.tsx";
import { LineEvidence } from "./line-evidence.tsx";
import { useStep } from "./query.ts";
import { acceptLines } from "./request.ts";
import { adoptable, type Basis, cleanLines, usualBasis } from "./review.ts";
import { AcceptDialog, AdoptDialog, ApproveDialog, ReturnDialog } from "./review-dialogs.tsx";
import { ReviewLines } from "./review-lines.tsx";

type Asked = "approve" | "return" | "accept" | "adopt";

/** A report for everybody who does not fill it: its lines, and what the reader may do with them. */
export function ReviewReport({ report }: { report: Report }) {
  const { say } = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [bases, setBases] = useState<ReadonlyMap<string, Basis>>(new Map());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [files, setFiles] = useState<string | null>(null);
  const { may } = report;
  const close = () => {
    setAsked(null);
    setChosen(new Set());
  };
  const waiting = adoptable(report.lineItems, bases);
  const lines = waiting.filter(({ indicator }) => chosen.size === 0 || chosen.has(indicator.code));
  const isChosen = may.return || may.accept || (may.adopt && waiting.length > 0);
  const choices = lines.map((line) => ({ line, basis: bases.get(line.indicator.code) ?? usualBasis(line) }));
  return (
    <Section title={say("report.form.lines")} className="review-section">
      <ReviewLines
        report={report}
        chosen={chosen}
        onChoose={isChosen ? setChosen : null}
        bases={bases}
        onBasis={may.adopt ? (code, basis) => setBases(new Map(bases).set(code, basis)) : null}
        onFiles={setFiles}
        onReturn={may.return ? () => setAsked("return") : null}
      />
      <ReviewFoot report={report} chosen={chosen} adopting={lines.length} onAsk={setAsked} />
      {files !== null && (
        <LineEvidence report={report} at={{ indicator: files, file: null }} onClose={() => setFiles(null)} />
      )}
      {asked === "approve" && <ApproveDialog report={report} onClose={close} />}
      {asked === "accept" && <AcceptDialog report={report} onClose={close} />}
      {asked === "return" && <ReturnDialog report={report} chosen={chosen} onClose={close} />}
      {asked === "adopt" && <AdoptDialog report={report} choices={choices} onClose={close} />}
    </Section>
  );
}

interface FootParts {
  readonly report: Report;
  readonly chosen: ReadonlySet<string>;
  readonly adopting: number;
  readonly onAsk: (asked: Asked) => void;
}

function ReviewFoot({ report, chosen, adopting, onAsk }: FootParts) {
  const { say } = useText();
  const { may } = report;
  const clean = cleanLines(report);
  const accepting = useStep(report.id, () => acceptLines(report, clean));
  if (!may.approve && !may.return && !may.accept && !(may.adopt && adopting > 0)) return null;
  const adoptWord = chosen.size > 0 ? "adoptSome" : "adoptAll";
  return (
    <Foot>
      <span className="foot-saving" role="status">
        {accepting.error?.message}
      </span>
      <div className="foot-blocks">
        {may.return && (
          <button type="button" className="button" onClick={() => onAsk("return")}>
            {chosen.size === 0
              ? say("review.actions.returnWhole")
              : say("review.actions.returnLines", { count: chosen.size })}
          </button>
        )}
        {may.accept && clean.length > 0 && (
          <button
            type="button"
            className="button"
            disabled={accepting.isPending}
            onClick={() => accepting.mutate(undefined)}
          >
            {say("review.actions.acceptClean", { count: clean.length })}
          </button>
        )}
      </div>
      {may.approve && (
        <button type="button" className="button button-primary foot-action" onClick={() => onAsk("approve")}>
          {say("review.actions.approve")}
        </button>
      )}
      {may.accept && (
        <button type="button" className="button button-primary foot-action" onClick={() => onAsk("accept")}>
          {say("review.actions.accept")}
        </button>
      )}
      {may.adopt && adopting > 0 && (
        <button type="button" className="button button-primary foot-action" onClick={() => onAsk("adopt")}>
          {say(`review.actions.${adoptWord}`, { count: adopting })}
        </button>
      )}
    </Foot>
  );
}
