import { engineOf, type Seen, type Store } from "@yuanbiao/db/store";
import { makeApp } from "@yuanbiao/server/app";
import { change, systemArea } from "@yuanbiao/server/change";
import type { Context } from "@yuanbiao/server/context";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Asking, askWith, type Served, type SignedIn, serve } from "./support/served.ts";

/** A disk whose syncs end when the test says so. */
interface SlowDisk {
  readonly store: Store;
  /** Syncs that are awaited. */
  readonly waiting: { done(): void; fail(error: Error): void }[];
}

function slow(store: Store): SlowDisk {
  const waiting: SlowDisk["waiting"] = [];
  const engine = store[engineOf];
  const transactSeen: typeof engine.transactSeen = async <T>(work: Parameters<typeof engine.transactSeen<T>>[0]) => {
    const { result } = await engine.transactSeen(work);
    const onDisk = new Promise<void>((done, fail) => {
      waiting.push({ done, fail });
    });
    onDisk.catch(() => undefined);
    return { result, onDisk } satisfies Seen<T>;
  };
  return { store: { ...store, [engineOf]: { ...engine, transactSeen } }, waiting };
}

let served: Served;
let office: SignedIn;
let disk: SlowDisk;
let context: Context;
let asking: Asking;
beforeAll(async () => {
  served = await serve();
  office = await served.as("coordinator");
});
afterAll(() => served.close());
beforeEach(() => {
  disk = slow(served.store);
  context = { ...served.context, store: disk.store };
  const app = makeApp(context);
  asking = askWith(async (address, init) => app.request(address, init), { cookie: office.cookie });
});

const document = (code: string) => ({
  ...{ code, name: "会议纪要", kind: "policy", number: null, publisher: null, publishedOn: null },
});
const post = (code: string) => asking.send("POST", "/api/documents", document(code), { "idempotency-key": code });
const full = () => Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
const isKnown = async (code: string) => JSON.stringify(await office.read("/api/documents")).includes(`"${code}"`);

/** Whether an answer has come by the time that others have been answered. */
async function hasCome(answer: Promise<Response>): Promise<boolean> {
  await office.read("/api/documents");
  return Promise.race([answer.then(() => true), new Promise((resolve) => setTimeout(resolve, 50, false))]).then(
    Boolean,
  );
}

it("an answer is made while what it tells of goes to disk, and given once it has arrived", async () => {
  const answer = post("minutes-1");
  await expect.poll(() => disk.waiting.length).toBe(1);
  expect(await isKnown("minutes-1")).toBe(true);
  expect(await hasCome(answer)).toBe(false);
  disk.waiting[0]?.done();
  expect((await answer).status).toBe(200);
});

it("what did not arrive was not done: it says so, and nothing is kept for its key that says otherwise", async () => {
  const answer = post("minutes-2");
  await expect.poll(() => disk.waiting.length).toBe(1);
  disk.waiting[0]?.fail(full());
  const refused = await answer;
  expect([refused.status, await refused.json()]).toEqual([507, expect.objectContaining({ code: "storage-full" })]);
  const again = await post("minutes-2");
  expect([again.status, await again.json()]).toEqual([409, expect.objectContaining({ code: "idempotency-pending" })]);
});

it("an attempt that was denied is in the trail, on disk, before it is answered", async () => {
  const app = makeApp(context);
  const answer = askWith(async (address, init) => app.request(address, init), { cookie: served.cookie }).send(
    "POST",
    "/api/documents",
    document("minutes-3"),
  );
  await expect.poll(() => disk.waiting.length).toBe(1);
  expect(await hasCome(answer)).toBe(false);
  disk.waiting[0]?.done();
  expect((await answer).status).toBe(403);
});

it("a change that is no request's is over when it is on disk", async () => {
  const asker = { actor: { account: "system", name: "", grants: [], keyScope: null, keyId: null }, address: null };
  let isOver = false;
  const entry = { area: systemArea, action: "probe", subject: null };
  const changed = change(context, { ...asker, repeat: null }, { statements: [], entries: [entry] }).then(() => {
    isOver = true;
  });
  await expect.poll(() => disk.waiting.length).toBe(1);
  await office.read("/api/documents");
  expect(isOver).toBe(false);
  disk.waiting[0]?.done();
  await changed;
});
