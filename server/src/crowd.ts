/** Those who are waiting for an answer. */
export interface Crowd {
  /** Does what somebody waits for. */
  serve(work: () => Promise<unknown>): Promise<void>;
  /** Resolves when nobody waits any more, or after a while: under a crowd that never ends other work goes on as well. */
  calm(): Promise<void>;
}

const mostMilliseconds = 30;

export function makeCrowd(): Crowd {
  let waiting = 0;
  let leave: (() => void)[] = [];
  return {
    async serve(work) {
      waiting += 1;
      try {
        await work();
      } finally {
        waiting -= 1;
        if (waiting === 0) for (const go of leave.splice(0)) go();
      }
    },
    async calm() {
      if (waiting === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(go, mostMilliseconds);
        function go(): void {
          clearTimeout(timer);
          leave = leave.filter((other) => other !== go);
          resolve();
        }
        leave.push(go);
      });
    },
  };
}
