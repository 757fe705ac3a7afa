import { verifyAudit } from "@yuanbiao/db/audit";
import { openStore, type StorePlace } from "@yuanbiao/db/open";
import { listEvaluations } from "@yuanbiao/db/queries/evaluation";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import { makeApp } from "@yuanbiao/server/app";
import { makeContext } from "@yuanbiao/server/assemble";
import { verifySeal } from "@yuanbiao/server/assessing";
import type { Context } from "@yuanbiao/server/context";
import { ReportView } from "@yuanbiao/server/report/shape";
import { pino } from "pino";
import { type FilingStep, filingSteps, type Ledger } from "./filing.ts";
import type { Prepared } from "./prepare.ts";

export interface Settling {
  readonly place: StorePlace;
  readonly dataDir: string;
  readonly secret: string;
  readonly prepared: Prepared;
  readonly ledger: Ledger;
  /** What time it is for those who ask; the real one where nothing is said. */
  readonly clock?: () => Date;
  /** Assessments whose seal was acknowledged. */
  readonly sealed: readonly string[];
}

export interface Settled {
  readonly reports: number;
  readonly acknowledged: number;
  readonly auditEntries: number;
  readonly sealed: number;
  /** What is not as it was acknowledged, or is half done. */
  readonly faults: readonly Fault[];
}

/** What was acknowledged and is not there; what is there by halves or twice; what does not hold or was answered wrongly. */
export const faultKinds = ["lost", "half", "broken"] as const;
export interface Fault {
  readonly kind: (typeof faultKinds)[number];
  readonly what: string;
}
export const faultOf = (kind: Fault["kind"], what: string): Fault => ({ kind, what });
const lost = (what: string): Fault => faultOf("lost", what);
const half = (what: string): Fault => faultOf("half", what);
const broken = (what: string): Fault => faultOf("broken", what);

/** Holds what stands in the store against what was acknowledged. */
export async function settle(settling: Settling): Promise<Settled> {
  const { place, dataDir, secret, prepared, ledger, sealed, clock = () => new Date() } = settling;
  const store = await openStore(place);
  const context = makeContext({ store, clock, logger: pino({ level: "silent" }), dataDir, secret });
  const app = makeApp(context);
  const faults = ledger.faults.map(broken);
  const check = await verifyAudit(store);
  if (!check.ok) faults.push(broken(`the trail is broken: ${JSON.stringify(check)}`));
  for (const [id, entry] of ledger.reports) {
    const cookie = prepared.parks.find(({ area }) => area === entry.area)?.clerk ?? "";
    const response = await app.request(`/api/reports/${id}`, { headers: { cookie } });
    if (response.status !== 200) {
      if (!(await stands({ app, cookie: prepared.cookies.coordinator }, id, entry.steps)))
        faults.push(lost(`${id}: acknowledged ${entry.steps.join(" ")}, and ${response.status}`));
      continue;
    }
    const report = ReportView.parse(await response.json());
    faults.push(...faultsOf(report, entry.steps), ...(await fileFaults(context, id, entry)));
  }
  faults.push(...(await sealFaults(context, sealed)));
  const acknowledged = [...ledger.reports.values()].reduce((sum, { steps }) => sum + steps.length, 0);
  const auditEntries = check.ok ? check.entries : 0;
  await store.close();
  return { reports: ledger.reports.size, acknowledged, auditEntries, sealed: sealed.length, faults };
}

/** Before its round is open a report is not there: then the round must be, where it was acknowledged. */
async function stands(
  { app, cookie }: { readonly app: ReturnType<typeof makeApp>; readonly cookie: string },
  id: string,
  steps: readonly FilingStep[],
): Promise<boolean> {
  if (steps.includes("opened")) return false;
  if (!steps.includes("made")) return true;
  return (await app.request(`/api/rounds/${id.split(".")[0]}`, { headers: { cookie } })).status === 200;
}

const actionOf: Partial<Record<FilingStep, string>> = {
  submitted: "submit",
  approved: "approve",
  accepted: "accept",
  adopted: "adopt",
};

/** Each acknowledged step stands there once; the one after the last may, and none beyond it. */
function faultsOf({ id, thread, lineItems, state }: ReportView, steps: readonly FilingStep[]): Fault[] {
  const faults: Fault[] = [];
  for (const [at, step] of filingSteps.entries()) {
    const action = actionOf[step];
    if (action === undefined) continue;
    const count = thread.filter((event) => event.action === action).length;
    const least = steps.includes(step) ? 1 : 0;
    const most = at <= steps.length ? 1 : 0;
    const kind = count < least ? lost : half;
    if (count < least || count > most)
      faults.push(kind(`${id}: ${step} stands ${count} times, acknowledged: ${steps.length}`));
  }
  const filled = lineItems.filter(({ value }) => value !== null).length;
  if (filled !== 0 && filled !== lineItems.length)
    faults.push(half(`${id}: ${filled} of ${lineItems.length} lines are filled`));
  if (steps.includes("filled") && filled === 0) faults.push(lost(`${id}: acknowledged lines are not there`));
  const adopted = lineItems.filter((line) => line.adopted !== null).length;
  const isAdopted = thread.some(({ action }) => action === "adopt");
  if (adopted !== (isAdopted ? lineItems.length : 0))
    faults.push(half(`${id}: ${adopted} of ${lineItems.length} adopted`));
  if (isAdopted && state !== "accepted") faults.push(half(`${id}: adopted and ${state}`));
  return faults;
}

async function fileFaults(
  context: Context,
  id: string,
  { steps, file, area }: { steps: readonly FilingStep[]; file: string; area: string },
): Promise<Fault[]> {
  const rows = (await listEvidence(context.store, { asOf: null }, { reports: [id] })).filter(
    (row) => row.area === area,
  );
  const faults: Fault[] = [];
  if (rows.length > 1) faults.push(half(`${id}: one file stands ${rows.length} times`));
  if (steps.includes("uploaded") && rows[0]?.hash !== file)
    faults.push(lost(`${id}: the acknowledged file is not there`));
  for (const { hash } of rows) {
    await context.files.read(hash).catch((error: unknown) => faults.push(broken(`${id}: ${String(error)}`)));
  }
  return faults;
}

/** Sealed runs give their hash again, and every seal that was acknowledged is there. */
async function sealFaults(context: Context, acknowledged: readonly string[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  const evaluations = await listEvaluations(context.store, { asOf: null });
  for (const id of acknowledged) {
    if (evaluations.find((one) => one.id === id)?.seal == null)
      faults.push(lost(`${id}: the acknowledged seal is not there`));
  }
  for (const evaluation of evaluations.filter(({ seal }) => seal !== null)) {
    const { hash, stored } = await verifySeal(context, evaluation);
    if (hash !== evaluation.seal?.hash || !stored) faults.push(broken(`${evaluation.id}: the seal does not hold`));
  }
  return faults;
}
