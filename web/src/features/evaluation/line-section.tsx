import { type ReactNode, useState } from "react";
import { useText } from "../../text/text.ts";
import { Section } from "../../ui/page.tsx";
import { usePrinting } from "../../ui/printing.ts";
import { ScoreLineRow } from "./line-row.tsx";
import type { ScoreLine } from "./request.ts";

/** Of a line: where one objects to it, and the objections to it. */
export type ObjectionsTo = (line: ScoreLine) => { readonly action: ReactNode; readonly list: ReactNode };

interface SectionParts {
  readonly lines: readonly ScoreLine[];
  readonly objectionsTo: ObjectionsTo;
}

/** The lines of a statement by group, each folded to its points; paper shows all of them open. */
export function LineSection({ lines, objectionsTo }: SectionParts) {
  const { say } = useText();
  const printing = usePrinting();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const isAllOpen = open.size === lines.length;
  const groups = [...new Map(lines.map(({ group }) => [group.code, group])).values()];
  const toggle = (code: string) => {
    const next = new Set(open);
    if (!next.delete(code)) next.add(code);
    setOpen(next);
  };
  const all = isAllOpen ? [] : lines.map(({ criterion }) => criterion.code);
  return (
    <Section
      className="score-lines"
      title={say("evaluation.statement.lines")}
      note={say("evaluation.statement.linesNote")}
      tools={
        <button type="button" className="button-quiet" onClick={() => setOpen(new Set(all))}>
          {say(isAllOpen ? "evaluation.statement.closeAll" : "evaluation.statement.openAll")}
        </button>
      }
    >
      {groups.map((group) => (
        <div key={group.code} className="score-group">
          <h3>{group.name}</h3>
          <ul>
            {lines
              .filter((line) => line.group.code === group.code)
              .map((line) => (
                <ScoreLineRow
                  key={line.criterion.code}
                  line={line}
                  isOpen={printing || open.has(line.criterion.code)}
                  onToggle={() => toggle(line.criterion.code)}
                  action={objectionsTo(line).action}
                  objections={objectionsTo(line).list}
                />
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
