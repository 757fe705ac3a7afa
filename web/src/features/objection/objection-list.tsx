import { Link } from "@tanstack/react-router";
import { type Say, useText } from "../../text/text.ts";
import { Section } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { ObjectionCard } from "./objection-card.tsx";
import type { Objection } from "./request.ts";

const isOpen = ({ state }: Objection): boolean => state === "open";

/** How many objections wait, as a sentence. */
export function objectionSentence(objections: readonly Objection[], name: string, say: Say): string {
  const open = objections.filter(isOpen).length;
  if (objections.length === 0) return say("objection.head.none", { name });
  return open > 0
    ? say("objection.head.open", { name, open, count: objections.length })
    : say("objection.head.clear", { name, count: objections.length });
}

/** Every objection to an assessment, those without an answer first. */
export function ObjectionList({ objections }: { objections: readonly Objection[] }) {
  const { say } = useText();
  const sorted = [...objections].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  return (
    <Section title={say("objection.title")} note={say("objection.listNote")}>
      {sorted.length === 0 ? (
        <Empty>{say("objection.empty")}</Empty>
      ) : (
        <ul className="lines">
          {sorted.map((objection) => (
            <li key={objection.id} className="line">
              <h3 className="objection-title">
                {say("objection.makeText", { area: objection.area.name, criterion: objection.criterion.name })}
                <Link
                  to="/evaluations/$evaluation/areas/$area"
                  params={{ evaluation: objection.evaluation.code, area: objection.area.code }}
                  className="link objection-link"
                >
                  {say("objection.statement")}
                </Link>
              </h3>
              <ObjectionCard objection={objection} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
