import type { ReactNode } from "react";
import { useText } from "../../text/text.ts";
import { LeaveGuard, useHeld } from "../../ui/leave-guard.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Tag } from "../../ui/page.tsx";
import { usePrinting } from "../../ui/printing.ts";
import { EditingContext } from "./editing.ts";
import { FaultList } from "./fault-list.tsx";
import { useJump } from "./jump.ts";
import { MarkList } from "./mark-list.tsx";
import type { Choices } from "./query.ts";
import type { SchemeView } from "./request.ts";
import { SchemeFoot } from "./scheme-foot.tsx";
import { SchemeLead } from "./scheme-lead.tsx";
import { Sections } from "./sections.tsx";
import { textAt } from "./tree.ts";
import { type Editor, useEditor } from "./use-editor.ts";

interface EditorParts {
  readonly view: SchemeView;
  readonly choices: Choices;
  /** The reader may change drafts. */
  readonly mayWrite: boolean;
  readonly onReload: () => void;
}

/** One scheme: its editor while it is a draft of the office's, to be read otherwise, the same on paper. */
export function SchemeEditor({ view, choices, mayWrite, onReload }: EditorParts) {
  const { say, language } = useText();
  const isPrinting = usePrinting();
  const folding = useJump();
  const isWritten = mayWrite && view.state === "draft";
  const editor = useEditor(view, choices, !isWritten);
  const { base, tree, faults, marks, change, set, settle } = editor;
  const isOpen = isWritten && base.state === "draft";
  useHeld(isOpen && editor.isDirty);
  const name = (language === "en" ? textAt(tree, ["nameEn"]) : "") || textAt(tree, ["name"]) || base.code;
  return (
    <EditingContext
      value={{ tree, faults, marks, choices, change, set, settle, ...folding, isFixed: !isOpen || isPrinting }}
    >
      <Frame name={name} editor={editor} isOpen={isOpen}>
        {isOpen && <FaultList attempts={editor.attempts} />}
        {marks.length > 0 && <MarkList />}
        <Sections />
        {isOpen && <SchemeFoot editor={editor} name={name} onReload={onReload} />}
      </Frame>
      <LeaveGuard
        words={{ title: say("scheme.leave.title"), text: say("scheme.leave.text"), action: say("scheme.leave.action") }}
      />
    </EditingContext>
  );
}

interface FrameParts {
  readonly name: string;
  readonly editor: Editor;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

function Frame({ name, editor, isOpen, children }: FrameParts) {
  const { say } = useText();
  const { base, faults, marks, publishing } = editor;
  const told = {
    ...{ criteria: base.criteria, mark: base.fullMark, owed: marks.length, faults: faults.length },
    ...{ data: base.dataYear, evaluation: base.evaluationYear },
  };
  const draft = faults.length > 0 ? "faulty" : marks.length > 0 ? "owed" : "ready";
  const head = base.state !== "draft" ? base.state : isOpen ? draft : "reading";
  return (
    <Page
      name={`${say("scheme.name")} · ${name}`}
      sentence={say(`scheme.head.${head}`, told)}
      lead={
        <SchemeLead base={base}>
          <Tag kind="accent">{say(`scheme.state.${base.state}`)}</Tag>
        </SchemeLead>
      }
    >
      {publishing.isSuccess && <Notice isLive>{say("scheme.publish.done")}</Notice>}
      {children}
    </Page>
  );
}
