import { countRows, digestRows } from "@yuanbiao/db/contract/census";
import { listTrail } from "@yuanbiao/db/queries/audit";
import type { Store } from "@yuanbiao/db/store";

/** Tables that grow beside a refused request: the trail, failed sign-ins, what the sign-in library notes, work put off. */
const beside = new Set(["audit", "audit_head", "session", "challenge", "idempotency", "job", "file_part"]);
/** Every so many requests that must change nothing, every row of the store is compared. */
const thorough = 400;

/** What a store says about changes before and after a request. */
export interface Ledger {
  /** What a request changed that had no right to change anything. */
  refused(): Promise<string[]>;
  /** Takes note of a change that was in order. */
  done(): Promise<void>;
}

interface Marks {
  readonly version: number;
  readonly recordedAt: string | null;
  readonly counts: Readonly<Record<string, number>>;
}

export async function openLedger(store: Store): Promise<Ledger> {
  const read = async (): Promise<Marks> => ({ ...(await store.readHead()), counts: await countRows(store) });
  let marks = await read();
  let digest: string | null = null;
  let quiet = 0;

  /** Rows of the trail that came since: a denied or failed attempt, or a read that is on record. */
  async function entriesSince(): Promise<string[]> {
    const count = (await countRows(store)).audit ?? 0;
    const more = count - (marks.counts.audit ?? 0);
    if (more <= 0) return [];
    const rows = await listTrail(store, { limit: more });
    return rows.filter(({ result }) => result === "done").map(({ action, subject }) => `${action} ${subject ?? ""}`);
  }
  async function compare(next: Marks): Promise<string[]> {
    const moved = next.version === marks.version ? [] : ["moved the data version"];
    const grown = Object.entries(next.counts).flatMap(([name, count]) =>
      count === marks.counts[name] || beside.has(name) ? [] : [`changed the rows of ${name}`],
    );
    const entries = next.recordedAt === marks.recordedAt ? [] : await entriesSince();
    const recorded = entries.filter((entry) => !/^(\w+-)*(export|paper|download|read) /.test(entry));
    return [...moved, ...grown, ...recorded.map((entry) => `left in the trail: ${entry}`)];
  }
  return {
    async refused() {
      const head = await store.readHead();
      const isSame = head.recordedAt === marks.recordedAt && head.version === marks.version;
      quiet += 1;
      const isThorough = quiet % thorough === 0;
      if (isSame && !isThorough && quiet % 10 !== 0) return [];
      const next = { ...head, counts: await countRows(store) };
      const found = await compare(next);
      marks = next;
      if (!isThorough) return found;
      const now = await digestRows(store);
      const changed = digest !== null && digest !== now ? ["changed a row"] : [];
      digest = now;
      return [...found, ...changed];
    },
    async done() {
      marks = await read();
      digest = null;
    },
  };
}
