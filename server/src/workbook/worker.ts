import { parentPort, workerData } from "node:worker_threads";
import { FileFault } from "./file-fault.ts";
import { refusedFile } from "./findings.ts";
import { interpretOffice } from "./interpret-office.ts";
import { interpretTemplate } from "./interpret-template.ts";
import { makeOfficeWorkbook } from "./office-page.ts";
import type { Reading, ReadLine, ReadProgress } from "./shape.ts";
import type { Task, TaskMessage } from "./task.ts";

const batch = 2000;

function send(message: TaskMessage): void {
  parentPort?.postMessage(message);
}

/** In batches: the other side takes them one by one, and no message holds up its event loop for long. */
function sendReading(reading: Reading<ReadLine>): void {
  if (reading.kind === "refused") return void send(reading);
  for (let at = 0; at < reading.lines.length; at += batch) {
    send({ kind: "lines", lines: reading.lines.slice(at, at + batch) });
  }
  send({ kind: "done", sheet: reading.sheet, version: reading.version });
}

async function work(task: Task): Promise<void> {
  const onProgress = (progress: ReadProgress): void => send({ kind: "progress", progress });
  if (task.kind === "write-office") {
    send({ kind: "bytes", bytes: await makeOfficeWorkbook(task.form, task.rows, task.language) });
  } else if (task.kind === "read-template") {
    sendReading(await interpretTemplate(task.bytes, task.expected, onProgress));
  } else {
    sendReading(await interpretOffice(task.bytes, task.expected, onProgress));
  }
}

try {
  await work(workerData);
} catch (error) {
  if (!(error instanceof FileFault)) throw error;
  send(refusedFile(error));
}
