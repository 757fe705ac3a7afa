import { type ReactNode, useEffect, useId } from "react";
import { useText } from "../text/text.ts";
import "./page.css";

/** Names the tab of the browser. */
export function useTitle(name: string): void {
  const { say } = useText();
  useEffect(() => {
    document.title = `${name} · ${say("page.product")}`;
  }, [name, say]);
}

/** A page: its conclusion in one sentence first, then what the routes put below. */
export function Page({ name, sentence, lead, children }: PageParts) {
  useTitle(name);
  return (
    <article className="page">
      <header className="page-head">
        <p className="page-name">{name}</p>
        <h1 className="page-sentence">{sentence}</h1>
        {lead !== undefined && <div className="page-lead">{lead}</div>}
      </header>
      {children}
    </article>
  );
}

interface PageParts {
  readonly name: string;
  readonly sentence: ReactNode;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

interface SectionParts {
  readonly title: string;
  readonly note?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
  readonly className?: string;
}

export function Section({ title, note, tools, children, id, className = "" }: SectionParts) {
  const own = useId();
  return (
    <section className={`section ${className}`} aria-labelledby={own} id={id}>
      <div className="section-head">
        <h2 id={own}>{title}</h2>
        {tools !== undefined && <div className="section-tools">{tools}</div>}
      </div>
      {note !== undefined && <p className="section-note">{note}</p>}
      {children}
    </section>
  );
}

/** Sections beside each other where there is room. */
export function Columns({ children, kind = "even" }: { children: ReactNode; kind?: "even" | "wide-last" }) {
  return <div className={`columns columns-${kind}`}>{children}</div>;
}

/** Names and values, as in the head of a form. */
export function Facts({ items }: { items: readonly (readonly [string, ReactNode] | undefined)[] }) {
  return (
    <dl className="facts">
      {items.map((item) =>
        item === undefined ? null : (
          <div key={item[0]} className="fact">
            <dt>{item[0]}</dt>
            <dd>{item[1]}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** A short fact that may be folded away: shown open on paper by the style sheet. */
export function Tag({ children, kind = "plain" }: { children: ReactNode; kind?: "plain" | "warn" | "accent" }) {
  return <span className={`tag tag-${kind}`}>{children}</span>;
}
