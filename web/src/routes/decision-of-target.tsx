import { may } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Target } from "../api.ts";
import { DecisionSection } from "../features/decision/decision-section.tsx";
import { PlanSection } from "../features/decision/plan-section.tsx";
import { useSession } from "../features/session/session.ts";
import { useView } from "../paths.ts";

/** The judgement and the plan of a target, for who may make them, and only where what is known now is looked at. */
export function TargetDecision({ target }: { target: Target }) {
  const person = useSession();
  const { asOf, publishedBy } = useView();
  if (person == null || !may(person.actor, "target.manage") || asOf !== undefined || publishedBy !== undefined) {
    return null;
  }
  const isJudged = target.comparator === "milestone" || target.comparator === "judgement";
  if (isJudged) return <DecisionSection target={target.id} />;
  if (target.value === null) return null;
  const today = shanghaiDay(new Date());
  return <PlanSection target={target} today={today} />;
}
