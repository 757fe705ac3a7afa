import { parentPort, workerData } from "node:worker_threads";
import { makeRanking } from "./ranking-book.ts";

parentPort?.postMessage(await makeRanking(workerData));
