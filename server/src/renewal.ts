import { sharing } from "@yuanbiao/db/shared";
import type { Context } from "./context.ts";
import { isShort, type Recent } from "./hot.ts";
import type { Side } from "./side.ts";

/** What nobody has asked for so long is made again when somebody does. */
const recentMilliseconds = 60_000;
/** What takes longer is not made again at each change. */
const mostMilliseconds = 250;
/** Whoever has just written gets an answer first. */
const answerMilliseconds = 10;
/** So many are made again at one change at most. */
const mostRenewed = 200;

interface Renewing extends Pick<Context, "hot" | "logger"> {
  readonly marks: Pick<Context["marks"], "lookAt">;
  readonly store: Pick<Context["store"], "readVersion">;
}

/**
 * What is asked for often and quickly made comes first: in that order all who ask wait least together (W. E. Smith, 1956,
 * Naval Research Logistics Quarterly 3, 59-66).
 */
const urgencyOf = ({ asks, body }: Recent): number => asks / body.milliseconds;

/**
 * Has answers that people are asking for made again beside them, as soon as something of theirs has changed: who asks
 * next does not wait for it.
 */
export function renewAtChanges({ hot, marks, store, logger }: Renewing, side: Pick<Side, "renew">): void {
  let seen = -1;
  const renew = sharing(async () => {
    const now = await store.readVersion();
    if (now === seen) return;
    seen = now;
    const isUntouched = await marks.lookAt(now);
    const touched = hot.recent(recentMilliseconds).filter(({ body: { dataVersion, footprint, milliseconds } }) => {
      return dataVersion < now && milliseconds <= mostMilliseconds && !isUntouched(footprint, dataVersion);
    });
    // What is short is made at once for whoever asks: it can wait.
    touched.sort((a, b) => Number(isShort(a.body)) - Number(isShort(b.body)) || urgencyOf(b) - urgencyOf(a));
    for (const { body } of touched.slice(0, mostRenewed)) {
      side.renew({ question: body.question, identity: body.identity });
    }
  });
  let isComing = false;
  hot.onMove(() => {
    if (isComing) return;
    isComing = true;
    setTimeout(() => {
      isComing = false;
      renew().catch((error: unknown) => logger.error({ err: error }));
    }, answerMilliseconds);
  });
}
