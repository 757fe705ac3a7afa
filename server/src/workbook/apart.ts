import { Worker } from "node:worker_threads";
import type { Task } from "./task.ts";

/** What a task may take: a hostile file costs this much and no more. */
export interface Allowance {
  readonly seconds: number;
  readonly megabytes: number;
}

export type Outcome<Result> =
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "too-long" | "too-large" };

interface Run<Message, Result> {
  readonly allowance: Allowance;
  readonly signal: AbortSignal | undefined;
  /** Hears every message; gives the result with the last one. */
  readonly onMessage: (message: Message) => Result | undefined;
}

function startWorker(task: Task, { megabytes }: Allowance): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };
  return new Worker(new URL("./worker.ts", import.meta.url), { workerData: task, resourceLimits });
}

function run<Message, Result>(
  task: Task,
  { allowance, signal, onMessage }: Run<Message, Result>,
): Promise<Outcome<Result>> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(task, allowance);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      settle();
      void worker.terminate();
    };
    const abort = (): void => end(() => reject(signal?.reason));
    const timer = setTimeout(() => end(() => resolve({ kind: "too-long" })), allowance.seconds * 1000);
    worker.on("message", (message: Message) => {
      const result = onMessage(message);
      if (result !== undefined) end(() => resolve({ kind: "done", result }));
    });
    worker.on("error", (error: Error & { code?: string }) => {
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      end(() => (isMemory ? resolve({ kind: "too-large" }) : reject(error)));
    });
    worker.on("exit", () => end(() => reject(new Error("the workbook thread ended without an answer"))));
    signal?.addEventListener("abort", abort);
    if (signal?.aborted === true) abort();
  });
}

const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Works on a workbook in a thread of its own, so that neither time nor memory of the server is at a file's mercy. Two at
 * once; the next ones wait their turn.
 */
export async function runApart<Message, Result>(task: Task, how: Run<Message, Result>): Promise<Outcome<Result>> {
  while (running >= mostAtOnce) await new Promise<void>((resolve) => void waiting.push(resolve));
  running += 1;
  try {
    return await run(task, how);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
