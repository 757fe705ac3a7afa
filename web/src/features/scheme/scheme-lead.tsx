import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { fileAddress, type SchemeView } from "./request.ts";

/** What a scheme was drafted from, and the ways on from it. */
export function SchemeLead({ base, children }: { base: SchemeView; children: ReactNode }) {
  const { say } = useText();
  const { basis, code, version, recordedAt } = base;
  return (
    <div className="lead-row">
      <span className="scheme-about">
        {children}
        <span className="quiet">{code}</span>
        <span className="quiet">{say("scheme.versionAt", { version, at: instantName(recordedAt) })}</span>
        {basis !== null && <span className="quiet">{say("scheme.basisOf", { name: basis.name })}</span>}
      </span>
      <span className="section-tools">
        <Link to="/schemes" className="button">
          {say("scheme.toList")}
        </Link>
        <Link
          to="/schemes/$scheme"
          params={{ scheme: code }}
          search={(view) => ({ ...view, with: basis?.code ?? code })}
          className="button"
        >
          {basis === null ? say("scheme.compare") : say("scheme.compareWith", { name: basis.name })}
        </Link>
        <a href={fileAddress(code)} className="button" download>
          {say("scheme.file")}
        </a>
      </span>
    </div>
  );
}
