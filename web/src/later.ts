const firstPause = 200;
const longestPause = 2000;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function isDone(job: unknown): boolean {
  return typeof job === "object" && job !== null && Reflect.get(job, "state") === "done";
}

/**
 * Asks for what may take long without a connection that waits: the server may put it off (Prefer: respond-async, RFC
 * 7240), and then this looks until it is done. Gives the answer that waiting would have got.
 */
export async function fetchLater(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Prefer", "respond-async");
  const response = await fetch(input, { ...init, headers });
  const job = response.headers.get("location");
  if (response.status !== 202 || job === null) return response;
  const signal = init.signal ?? null;
  for (let wait = firstPause; ; wait = Math.min(longestPause, wait * 1.5)) {
    await pause(wait);
    const seen = await fetch(job, { signal });
    // A server that is being exchanged for another one: the job goes on there.
    if (seen.status >= 502) continue;
    if (!seen.ok) return seen;
    if (isDone(await seen.json())) {
      const asked = headers.get("Accept-Language");
      return fetch(`${job}/answer`, { signal, headers: asked === null ? {} : { "Accept-Language": asked } });
    }
  }
}
