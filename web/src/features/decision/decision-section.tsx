import { useState } from "react";
import { useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { Notice } from "../../ui/notice.tsx";
import { Original } from "../../ui/original.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { DecisionDialog } from "./decision-dialog.tsx";
import { useManaged } from "./query.ts";
import { fileAddress, type Managed } from "./request.ts";
import "./plan.css";

/** 认定: how the office judged a milestone or a target without a number, and where it judges. */
export function DecisionSection({ target }: { target: string }) {
  const { say } = useText();
  const [isOpen, setOpen] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const { data } = useManaged(target);
  if (data === undefined) return null;
  const open = () => {
    setSaved(false);
    setOpen(true);
  };
  return (
    <Section
      title={say("decision.title")}
      note={say("decision.note")}
      tools={
        <button type="button" className="button" onClick={open}>
          {say(data.decision === null ? "decision.begin" : "decision.change")}
        </button>
      }
    >
      {isSaved && <Notice isLive>{say("decision.saved")}</Notice>}
      {data.decision === null ? (
        <Empty>{say("decision.none")}</Empty>
      ) : (
        <Standing decision={data.decision} evidence={data.evidence} />
      )}
      {isOpen && (
        <DecisionDialog
          managed={data}
          onSaved={() => {
            setSaved(true);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}

interface StandingParts {
  readonly decision: NonNullable<Managed["decision"]>;
  readonly evidence: Managed["evidence"];
}

/** Who judged what, when, and on what. */
function Standing({ decision, evidence }: StandingParts) {
  const { say } = useText();
  const files = evidence.filter(({ id }) => decision.evidence.includes(id));
  const cited = [decision.document?.name, decision.clause].filter((part) => part != null);
  return (
    <Facts
      items={[
        [say("decision.state"), <strong key="state">{say(`code.milestone.${decision.state}`)}</strong>],
        [say("decision.reason"), <Original key="reason">{decision.reason}</Original>],
        cited.length === 0
          ? undefined
          : [say("decision.document"), <Original key="document">{cited.join(say("page.comma"))}</Original>],
        files.length === 0 ? undefined : [say("decision.files"), <FileLinks key="files" files={files} />],
        [say("decision.decidedBy"), <Original key="by">{decision.decidedBy}</Original>],
        [say("decision.recordedAt"), instantName(decision.recordedAt)],
      ]}
    />
  );
}

function FileLinks({ files }: { files: Managed["evidence"] }) {
  return (
    <ul className="decision-files">
      {files.map(({ id, fileName }) => (
        <li key={id}>
          <a className="link break" href={fileAddress(id)} target="_blank" rel="noreferrer">
            {fileName}
          </a>
        </li>
      ))}
    </ul>
  );
}
