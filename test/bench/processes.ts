import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import autocannon from "autocannon";
import { z } from "zod";

const Said = z.object({ port: z.number(), cookie: z.string().optional() });
const seconds = 2;

/** Something that answers, and the headers of somebody who is signed in there. */
export interface Answering {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A server in a process of its own. */
export interface Running extends Answering {
  /** What makes a request one of somebody who is signed in. */
  readonly cookie: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

export function message(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`the process ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (said) => {
      child.off("exit", ended);
      resolve(said);
    });
  });
}

export function launch(script: string, args: readonly string[], flags: readonly string[] = []): ChildProcess {
  const file = join(import.meta.dirname, script);
  return fork(file, args, { stdio: ["ignore", "inherit", "inherit", "ipc"], execArgv: [...flags] });
}

export function ending(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

/** `flags` are those of Node itself. */
export async function start(script: string, args: readonly string[], flags: readonly string[] = []): Promise<Running> {
  const child = launch(script, args, flags);
  const { port, cookie = "" } = Said.parse(await message(child));
  return { origin: `http://127.0.0.1:${port}`, cookie, headers: { cookie }, child, stop: () => ending(child) };
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

/** What an address gives to somebody who is signed in, uncompressed. */
export async function asked({ origin, headers }: Answering, address: string): Promise<Response> {
  const response = await fetch(origin + address, { headers: { ...headers, "accept-encoding": "identity" } });
  if (response.status !== 200) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return response;
}

/** Milliseconds until the last byte of some addresses, asked one after the other. */
export async function timed(server: Answering, addresses: readonly string[]): Promise<number> {
  const begin = performance.now();
  for (const address of addresses) await (await asked(server, address)).arrayBuffer();
  return performance.now() - begin;
}

/** Requests per second of one address by 32 connections. */
export async function rate({ origin, headers }: Answering, address: string): Promise<number> {
  const url = origin + address;
  const own = { ...headers, "accept-encoding": "identity" };
  const result = await autocannon({ url, headers: own, connections: 32, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`);
  return result.requests.average;
}
