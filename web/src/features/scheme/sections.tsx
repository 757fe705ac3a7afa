import type { ReactNode } from "react";
import { useText } from "../../text/text.ts";
import { Section } from "../../ui/page.tsx";
import { useNames } from "./editing.ts";
import { GroupsSection } from "./groups-section.tsx";
import { OrderSteps } from "./order-steps.tsx";
import { PlaceAt } from "./place-at.tsx";
import { pick, schemeSpec } from "./shape.ts";
import { FieldsAt, SpecAt } from "./spec-at.tsx";

const basics = pick(schemeSpec, "name", "nameEn", "evaluationYear", "dataYear", "fullMark", "note", "noteEn");
type Key = "types" | "grades" | "ties" | "adjustments" | "vetoes" | "windows" | "visibility" | "sources";

/** All parts of a scheme, in the order in which they are read. */
export function Sections() {
  const { say } = useText();
  return (
    <>
      <Section title={say("scheme.sections.basics")}>
        <FieldsAt path={[]} fields={basics} />
        <Whole name="rounding" />
        <OrderSteps />
      </Section>
      <Part of="types" names={["parkTypes", "pools"]} note={say("scheme.sections.typesNote")} />
      <GroupsSection />
      <Part of="grades" names={["grades", "quotas"]} note={say("scheme.sections.gradesNote")} />
      <Part of="ties" names={["ties"]} isBare />
      <Part of="adjustments" names={["adjustments"]} isBare />
      <Part of="vetoes" names={["vetoes"]} isBare />
      <Part of="windows" names={["windows"]} isBare />
      <Part of="visibility" names={["visibility"]} isBare />
      <Part of="sources" names={["sources"]} isBare />
    </>
  );
}

interface PartParts {
  readonly of: Key;
  readonly names: readonly string[];
  readonly note?: ReactNode;
  /** The section's title says what it is. */
  readonly isBare?: boolean;
}

function Part({ of, names, note, isBare = false }: PartParts) {
  const { say } = useText();
  return (
    <Section title={say(`scheme.sections.${of}`)} {...(note !== undefined && { note })}>
      {names.map((name) => (
        <Whole key={name} name={name} isBare={isBare} />
      ))}
    </Section>
  );
}

/** One of the scheme's own parts with everything in it. */
function Whole({ name, isBare = false }: { name: string; isBare?: boolean }) {
  const { label } = useNames();
  return pick(schemeSpec, name).map(([own, spec]) => (
    <PlaceAt key={own} path={[own]} {...(!isBare && { legend: label([own]) })}>
      <SpecAt path={[own]} spec={spec} />
    </PlaceAt>
  ));
}
