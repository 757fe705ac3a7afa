import { Link } from "@tanstack/react-router";
import type { Indicator } from "../../api.ts";
import { unitName } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { Facts, Section } from "../../ui/page.tsx";

type Part = NonNullable<Indicator["numerator"]>;

/** What the indicator is: unit, measure, direction, roll-up, owner, numerator and denominator. */
export function Definition({ indicator }: { indicator: Indicator }) {
  const { say, language } = useText();
  const isRatio = indicator.measure === "ratio" || indicator.numerator !== null;
  return (
    <Section title={say("indicator.definitionTitle")}>
      <Facts
        items={[
          [say("indicator.definition"), indicator.definition ?? say("indicator.noDefinition")],
          [say("indicator.unit"), unitName(indicator.unit, language) || say("page.none")],
          [say("indicator.measure"), say(`code.measure.${indicator.measure}`)],
          [say("indicator.direction"), say(`code.direction.${indicator.direction}`)],
          [say("indicator.rollUp"), say(`code.rollUp.${indicator.rollUp}`)],
          [say("indicator.department"), indicator.department?.name ?? say("summary.owed.nobody")],
          isRatio ? [say("indicator.numerator"), <PartLink key="numerator" part={indicator.numerator} />] : undefined,
          isRatio
            ? [say("indicator.denominator"), <PartLink key="denominator" part={indicator.denominator} />]
            : undefined,
        ]}
      />
    </Section>
  );
}

function PartLink({ part }: { part: Part | null }) {
  const { say } = useText();
  if (part === null) return <span className="quiet">{say("indicator.partMissing")}</span>;
  return (
    <Link to="/indicators/$indicator" params={{ indicator: part.code }} className="link">
      {part.name}
    </Link>
  );
}
