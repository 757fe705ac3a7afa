import { closeSync, fdatasync, openSync } from "node:fs";

/**
 * Brings a file to disk without holding up this process: whoever asks while one sync is under way shares the next one.
 * Resolves when everything that was written before the call is there.
 */
export interface Sync {
  sync(): Promise<void>;
  /** Once nothing is under way any more. */
  close(): void;
}

export function makeSync(file: string): Sync {
  let descriptor: number | undefined;
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    next = null;
    // Opened at the first need: the file is there from the first commit on, and stays as long as the database is open.
    descriptor ??= openSync(file, "r+");
    const own = descriptor;
    const begun = new Promise<void>((resolve, reject) => {
      fdatasync(own, (error) => (error === null ? resolve() : reject(error)));
    });
    running = begun;
    const over = (): void => {
      if (running === begun) running = null;
    };
    begun.then(over, over);
    return begun;
  };
  return {
    sync: () => {
      if (running === null) return begin();
      next ??= running.then(begin, begin);
      return next;
    },
    close: () => {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}
