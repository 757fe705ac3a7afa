import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Summary } from "../../api.ts";
import { useView } from "../../paths.ts";
import { useText } from "../../text/text.ts";
import { Columns, Page } from "../../ui/page.tsx";
import { Changes } from "./changes.tsx";
import { Counts } from "./counts.tsx";
import { KeyFacts } from "./facts.tsx";
import { Gaps } from "./gaps.tsx";
import { MatrixSection } from "./matrix-section.tsx";
import { Owed } from "./owed.tsx";
import { Headline } from "./verdict.tsx";
import "./board.css";

interface BoardParts {
  readonly summary: Summary;
  readonly letters?: ReactNode;
  /** What is said of overdue reports, for who may read them. */
  readonly reports?: ReactNode;
}

/** 总览: the sentence, what is owed, where things stand, the matrix, the gaps, the changes. */
export function Board({ summary, letters, reports }: BoardParts) {
  const { say } = useText();
  const view = useView();
  const navigate = useNavigate();
  const look = view.view === "table" ? "table" : "picture";
  return (
    <Page name={say("summary.name")} sentence={<Headline summary={summary} />} lead={<KeyFacts summary={summary} />}>
      <Owed summary={summary} letters={letters} reports={reports} />
      <Columns kind="wide-last">
        <div className="stack">
          <Counts summary={summary} />
          <Changes summary={summary} />
        </div>
        <Gaps gaps={summary.gaps} />
      </Columns>
      <MatrixSection
        summary={summary}
        look={look}
        onLook={(next) =>
          void navigate({
            to: ".",
            search: (before) => ({ ...before, view: next === "table" ? "table" : undefined }),
            resetScroll: false,
          })
        }
      />
      {summary.undated > 0 && <p className="quiet">{say("page.time.undated", { count: summary.undated })}</p>}
    </Page>
  );
}
