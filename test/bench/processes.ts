import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";

const Said = z.object({ port: z.number(), cookie: z.string().optional() });

/** A server in a process of its own. */
export interface Running {
  readonly origin: string;
  /** What makes a request one of somebody who is signed in. */
  readonly cookie: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

function message(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`the server ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (said) => {
      child.off("exit", ended);
      resolve(said);
    });
  });
}

export async function start(script: string, args: readonly string[]): Promise<Running> {
  const child = fork(join(import.meta.dirname, script), args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const said = await message(child);
  const { port, cookie = "" } = Said.parse(said);
  return {
    origin: `http://127.0.0.1:${port}`,
    cookie,
    child,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGKILL");
      }),
  };
}

/** Has the product's server make one small change, and waits until it is stored. */
export async function change({ child }: Running, round: number): Promise<void> {
  const done = message(child);
  child.send(round);
  await done;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}

/** Milliseconds until the last byte of some addresses, asked one after the other. */
export async function timed({ origin, cookie }: Running, addresses: readonly string[]): Promise<number> {
  const begin = performance.now();
  for (const address of addresses) {
    const response = await fetch(origin + address, { headers: { "accept-encoding": "identity", cookie } });
    if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
    await response.arrayBuffer();
  }
  return performance.now() - begin;
}
