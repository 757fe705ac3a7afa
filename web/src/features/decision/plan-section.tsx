import { useState } from "react";
import type { Target } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { PlanEditor } from "./plan-editor.tsx";
import { useManaged } from "./query.ts";

/** 阶段分解计划: whether there is one, and where the office writes it. */
export function PlanSection({ target, today }: { target: Target; today: string }) {
  const { say } = useText();
  const [isOpen, setOpen] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const { data } = useManaged(target.id);
  if (data === undefined) return null;
  const count = data.parts.length;
  const open = () => {
    setSaved(false);
    setOpen(true);
  };
  return (
    <Section
      title={say("decision.plan.title")}
      note={say(target.path?.kind === "document" ? "decision.plan.noteBeside" : "decision.plan.note")}
      tools={
        !isOpen && (
          <button type="button" className="button" onClick={open}>
            {say(count === 0 ? "decision.plan.begin" : "decision.plan.change")}
          </button>
        )
      }
    >
      {isSaved && <Notice isLive>{say("decision.plan.saved", { count })}</Notice>}
      {!isOpen && !isSaved && (
        <p className="quiet">
          {count === 0
            ? say("decision.plan.none")
            : say("decision.plan.standing", { count, document: data.parts[0]?.document.name ?? "" })}
        </p>
      )}
      {isOpen && (
        <PlanEditor
          target={target}
          managed={data}
          today={today}
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
