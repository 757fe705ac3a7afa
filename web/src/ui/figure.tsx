import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Observation } from "../api.ts";
import { qualified, unitBehind } from "../text/number.ts";
import { useText } from "../text/text.ts";

interface FigureParts {
  readonly of: Observation;
  /** Leave the unit out where a heading has it. */
  readonly bare?: boolean;
  readonly children?: ReactNode;
}

/** A figure as published; one click opens where it comes from. */
export function Figure({ of, bare = false, children }: FigureParts) {
  const { say } = useText();
  const label = children ?? <FigureText of={of} bare={bare} />;
  return (
    <Link
      to="."
      search={(view) => ({ ...view, source: of.id })}
      className="figure"
      resetScroll={false}
      title={`${say("page.source")}${say("page.colon")}${of.source.title ?? of.source.document.name}`}
    >
      {label}
      {of.conflicts.length > 0 && <ConflictMark />}
    </Link>
  );
}

/** The words of a figure, without the link. */
export function FigureText({ of, bare = false }: { of: Observation; bare?: boolean }) {
  const { say, language } = useText();
  if (of.suppressed) return <>{`${say("page.none")} ${say("code.suppressed")}`}</>;
  if (of.state !== "value") return <>{`${say("page.none")} ${say(`code.state.${of.state}`)}`}</>;
  if (of.value === null) return <>{of.text ?? say("page.none")}</>;
  const number = qualified(of.value, of.qualifier);
  return <>{bare || of.unit === "" ? number : `${number}\u00a0${unitBehind(of.unit, language)}`}</>;
}

/** Sources disagree about this figure. */
export function ConflictMark() {
  const { say } = useText();
  return (
    <span className="conflict-mark" title={say("source.conflictMark")}>
      <svg viewBox="0 0 12 12" aria-hidden="true" className="conflict-svg">
        <path d="M1.5 4.2h9M1.5 7.8h9M8.2 1.4l-4.4 9.2" />
      </svg>
      <span className="visually-hidden">{say("source.conflictMark")}</span>
    </span>
  );
}

/** What is not there, with the reason: never 0. */
export function Absent({ reason }: { reason: string }) {
  const { say } = useText();
  return (
    <span className="absent">
      <span aria-hidden="true">{say("page.none")}</span>
      <span className="absent-reason">{reason}</span>
    </span>
  );
}
