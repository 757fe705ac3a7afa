import { type Bridge, bridgeFaults } from "@yuanbiao/core/caliber";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listBridges } from "@yuanbiao/db/queries/caliber";
import { listTargets } from "@yuanbiao/db/queries/target";
import { planVersions } from "@yuanbiao/db/revise";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";

type Key = Pick<Bridge, "target" | "indicator" | "area" | "caliber">;
const isAt = (key: Key) => (bridge: Bridge) =>
  bridge.indicator === key.indicator && bridge.area === key.area && bridge.caliber === key.caliber;

/** Confirms, rejects or revises 口径衔接: a new version, with the document that it rests on. */
export async function writeBridge(
  context: Context,
  asker: Asker,
  { bridge, ifMatch }: { bridge: Omit<Bridge, "publishedOn">; ifMatch: number },
): Promise<Versioned<Bridge>> {
  const now = { asOf: null };
  const [target] = await listTargets(context.store, now, { ids: [bridge.target] });
  if (target === undefined) throw new Refusal(404, "unknown-target");
  const find = async () => (await listBridges(context.store, now, { targets: [bridge.target] })).find(isAt(bridge));
  const standing = await find();
  if ((standing?.version ?? 0) !== ifMatch) throw new Refusal(412, "stale-version");
  const after: Bridge = { ...bridge, publishedOn: bridge.verdict === "confirmed" ? bridge.confirmedOn : null };
  const isEarly = after.confirmedOn !== null && after.confirmedOn > shanghaiDay(context.clock());
  const early = isEarly ? [{ field: "confirmedOn", code: "day-in-future" }] : [];
  const faults = [...bridgeFaults(after), ...early, ...(await unknownFaults(context, after))];
  if (faults.length > 0) throw new Refusal(422, "bridge-not-acceptable", faults);
  const current = standing === undefined ? [] : [standing];
  const plan = planVersions("bridge", { current, incoming: [after] }, { reason: "caliber", note: bridge.reason });
  if (plan.revisions.length === 0) throw new Refusal(409, "nothing-changed");
  const subject = `${bridge.target} ${bridge.indicator} ${bridge.area} ${bridge.caliber}`;
  const entry = (area: string) => ({ area, action: "bridge-write", subject, before: standing, after });
  const others = [...new Set([target.area])].filter((area) => area !== bridge.area);
  await change(context, asker, {
    statements: plan.statements,
    entries: [entry(bridge.area), ...others.map(entry)],
  });
  const stored = await find();
  if (stored === undefined) throw new Error("the bridge was not stored");
  return stored;
}

async function unknownFaults(context: Context, bridge: Bridge): Promise<FieldFault[]> {
  const { areas, indicators, calibers, documents } = await context.registries.at(null);
  const at = (field: string): FieldFault => ({ field, code: `unknown-${field}` });
  return [
    ...(indicators.has(bridge.indicator) ? [] : [at("indicator")]),
    ...(areas.has(bridge.area) ? [] : [at("area")]),
    ...(calibers.has(bridge.caliber) ? [] : [at("caliber")]),
    ...(bridge.document === null || documents.has(bridge.document) ? [] : [at("document")]),
  ];
}
