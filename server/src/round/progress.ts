import type { Context as Request } from "hono";
import { asRefusal, problemOf } from "../problem.ts";
import type { Variables } from "../variables.ts";
import type { Imported, ImportProgress, Told } from "./import-store.ts";

/** Progress is said at most so often; a browser draws no faster. */
const pause = 100;

/**
 * Answers with lines of JSON while the work goes on: progress, then {done} or {problem}. The status is sent before the
 * outcome is known, so the last line says it. Who goes away before figures are stored ends the work.
 */
export function streamImport(
  request: Request<Variables>,
  work: (told: Omit<Told, "language">) => Promise<Imported>,
): Response {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: object): void => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const outcome = await work({ onProgress: throttled(say), signal: gone.signal }).then(
        (done) => ({ done }),
        (error: unknown) => refused(request, error, gone.signal),
      );
      say(outcome);
      if (!gone.signal.aborted) controller.close();
    },
    cancel: () => gone.abort(new Error("nobody waits for the answer")),
  });
  const headers = { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" };
  return request.body(body, 200, headers);
}

function refused(request: Request<Variables>, error: unknown, gone: AbortSignal): object {
  const refusal = asRefusal(error, request.get("server").store);
  if (refusal.status >= 500 && !gone.aborted) {
    request.get("server").logger.error({ requestId: request.get("requestId"), err: error });
  }
  return { problem: problemOf(request, refusal) };
}

function throttled(say: (line: object) => void): (progress: ImportProgress) => void {
  let last = 0;
  let step = "";
  return (progress) => {
    const now = performance.now();
    if (progress.step === step && now - last < pause) return;
    last = now;
    step = progress.step;
    say({ progress });
  };
}
