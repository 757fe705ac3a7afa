import type { ReactNode } from "react";
import "./foot.css";

/** The foot of a form or desk: always in view, the primary action at its right end. */
export function Foot({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <div className={`foot ${className}`}>{children}</div>;
}
