import { countJobs } from "@yuanbiao/db/queries/job";
import type { Store } from "@yuanbiao/db/store";
import { Refusal } from "../errors.ts";

/** What a request needs to know of the jobs. */
export interface Jobs {
  /** Says that there is one more, to whoever does them in this process. */
  nudge(): void;
  /** Whether anybody does them: where nobody does, nothing is put off. */
  isServed(): boolean;
  /** Who does them. */
  onNudge(listen: () => void): void;
  /** Refuses one more job of an account that has many waiting. */
  refuseTooMany(account: string, most: number): Promise<void>;
}

export function makeJobs(store: Store): Jobs {
  const listeners: (() => void)[] = [];
  return {
    nudge: () => {
      for (const listen of listeners) listen();
    },
    isServed: () => listeners.length > 0,
    onNudge: (listen) => {
      listeners.push(listen);
    },
    async refuseTooMany(account, most) {
      const { queued = 0, running = 0 } = await countJobs(store, account);
      if (queued + running >= most) throw new Refusal(429, "too-many-jobs");
    },
  };
}
