import { closeSync, fdatasync, openSync } from "node:fs";
import { sharing } from "./shared.ts";

/** Brings a file to disk without holding up this process; commits that come together share one sync. */
export interface Sync {
  /** Resolves when everything that was written before the call is on disk. */
  sync(): Promise<void>;
  /** Once nothing is under way any more. */
  close(): void;
}

export function makeSync(file: string): Sync {
  let descriptor: number | undefined;
  const begin = (): Promise<void> => {
    // Opened at the first need: the file is there from the first commit on, and stays as long as the database is open.
    descriptor ??= openSync(file, "r+");
    const own = descriptor;
    return new Promise((resolve, reject) => {
      fdatasync(own, (error) => (error === null ? resolve() : reject(error)));
    });
  };
  return {
    sync: sharing(begin),
    close: () => {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}
