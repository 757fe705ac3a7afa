import type { Progress } from "../../api.ts";
import { useText } from "../../text/text.ts";

const lacking: readonly Progress["status"][] = ["no-data", "incomparable", "not-computable", "judgement"];

/** What is owed and by whom, in one line under the sentence of a page. */
export function OwedLead({ rows }: { rows: readonly Progress[] }) {
  const { say } = useText();
  const owed = rows.filter((row) => lacking.includes(row.status));
  if (owed.length === 0) return null;
  const counts = new Map<string, number>();
  for (const { owes } of owed) {
    const name = owes?.department.name ?? say("summary.owed.nobody");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const who = [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`);
  return (
    <p className="owed-lead">
      <strong>{say("target.owedTitle", { total: owed.length })}</strong>
      {who.join(say("page.list"))}
    </p>
  );
}
