import { getRouteApi } from "@tanstack/react-router";
import type { Progress, Target } from "../api.ts";
import { OwedLead } from "../features/progress/owed-lead.tsx";
import { ProgressBeside } from "../features/progress/progress-beside.tsx";
import { ProgressFacts } from "../features/progress/progress-facts.tsx";
import { ProgressForecast, ProgressReadings } from "../features/progress/progress-readings.tsx";
import { ProgressSentence } from "../features/progress/progress-sentence.tsx";
import { useProgress } from "../features/progress/query.ts";
import { TrendSection } from "../features/series/trend-section.tsx";
import { useTarget } from "../features/target/query.ts";
import { Plan, Related, Revisions } from "../features/target/target-plan.tsx";
import { Citations, TargetText } from "../features/target/target-text.tsx";
import { useText } from "../text/text.ts";
import { Columns, Page } from "../ui/page.tsx";
import { Loaded, NotFound } from "../ui/state.tsx";
import { TargetBridges } from "./bridges-of-target.tsx";
import { TargetDecision } from "./decision-of-target.tsx";

const route = getRouteApi("/targets/$target");

export function TargetPage() {
  const { target: id } = route.useParams();
  const query = useTarget(id);
  return (
    <Loaded query={query} lines={16} height={640}>
      {(target) => <TargetWithProgress target={target} />}
    </Loaded>
  );
}

function TargetWithProgress({ target }: { target: Target }) {
  const query = useProgress({ area: target.area.code, indicator: target.indicator.code });
  return (
    <Loaded query={query} lines={16} height={640}>
      {(rows) => {
        const row = rows.find((item) => item.target.id === target.id);
        return row === undefined ? <NotFound /> : <TargetView target={target} row={row} />;
      }}
    </Loaded>
  );
}

function TargetView({ target, row }: { target: Target; row: Progress }) {
  const { say } = useText();
  const name = `${say("target.name")} ${target.id} · ${target.area.name}`;
  return (
    <Page
      name={name}
      sentence={
        <>
          {target.name}
          {say("page.colon")}
          <ProgressSentence row={row} />
        </>
      }
      lead={<OwedLead rows={[row]} />}
    >
      <Columns kind="even">
        <ProgressFacts row={row} />
        <TargetText target={target} />
      </Columns>
      {target.value !== null && <TrendSection area={target.area.code} indicator={target.indicator.code} />}
      <TargetDecision target={target} />
      <TargetBridges target={target} />
      <ProgressReadings row={row} />
      <ProgressBeside row={row} />
      <Columns kind="even">
        <Plan target={target} />
        <Related target={target} />
        <ProgressForecast row={row} />
        <Revisions target={target} />
      </Columns>
      <Citations citations={target.citations} />
    </Page>
  );
}
