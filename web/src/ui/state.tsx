import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ApiError } from "../api.ts";
import { useText } from "../text/text.ts";
import { useTitle } from "./page.tsx";

/** Grey lines in the place of what is coming, so that nothing jumps when it is there. */
export function Skeleton({ lines = 4, height }: { lines?: number; height?: number }) {
  const { say } = useText();
  return (
    <div
      className="skeleton"
      role="status"
      aria-label={say("page.state.loading")}
      style={height ? { minHeight: height } : {}}
    >
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className="skeleton-line" />
      ))}
    </div>
  );
}

/** What went wrong, in the server's own words, what to do, and the number to quote. */
export function Failure({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const { say } = useText();
  const known = error instanceof ApiError;
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{say("page.state.failed")}</p>
      <p>{known ? error.message : say("page.state.offline")}</p>
      {known && <p className="quiet">{say("page.state.failedHint")}</p>}
      {known && error.requestId !== null && (
        <p className="quiet">{say("page.state.request", { id: error.requestId })}</p>
      )}
      {retry !== undefined && (
        <button type="button" className="button" onClick={retry}>
          {say("page.state.retry")}
        </button>
      )}
    </div>
  );
}

/** Nothing there: what is missing and how it comes about. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

export function NotFound() {
  const { say } = useText();
  useTitle(say("page.state.notFound"));
  return (
    <div className="failure" role="alert">
      <h1 className="failure-title">{say("page.state.notFound")}</h1>
      <p>{say("page.state.notFoundHint")}</p>
      <Link to="/" className="button">
        {say("page.state.home")}
      </Link>
    </div>
  );
}

interface LoadedParts<Answer> {
  readonly query: UseQueryResult<Answer>;
  readonly lines?: number;
  readonly height?: number;
  readonly children: (answer: Answer) => ReactNode;
}

/** Draws an answer when it is there; until then its skeleton, and on a refusal what to do. */
export function Loaded<Answer>({ query, lines = 6, height, children }: LoadedParts<Answer>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) {
    if (query.error instanceof ApiError && query.error.status === 404) return <NotFound />;
    return <Failure error={query.error} retry={() => void query.refetch()} />;
  }
  return <Skeleton lines={lines} {...(height === undefined ? {} : { height })} />;
}
