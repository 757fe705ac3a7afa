import { Worker } from "node:worker_threads";
import { makeRanking } from "./ranking-book.ts";
import type { RankingData } from "./ranking-data.ts";

/** Up to so many lines a workbook is made sooner than a thread starts. */
const mostLines = 5000;

function makeApart(data: RankingData): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./ranking-thread.ts", import.meta.url), { workerData: data });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread of the ranking ended without an answer")));
  });
}

/**
 * The ranking with all details as an Excel file. A large one is made in a thread: 2 500 parks with 46 criteria would hold
 * up every other request for seconds.
 */
export function writeRanking(data: RankingData): Promise<Uint8Array> {
  return data.lines.length > mostLines ? makeApart(data) : makeRanking(data);
}
