import { type AssessingPeople, type Hall, signInAll } from "./assessing.ts";
import { type Browsing, browse, type OpenOptions, type Watched } from "./browser.ts";

type Role = Exclude<keyof AssessingPeople, "experts">;

/** A browser before an empty server, everybody who takes part in an assessment, and a clock that is moved by hand. */
export interface AssessingPages {
  readonly browsing: Browsing;
  readonly hall: Hall;
  passTo(day: string): Promise<void>;
  openAs(who: Role, address: string, options?: OpenOptions): Promise<Watched>;
  close(): Promise<void>;
}

export async function openAssessingPages(day: string): Promise<AssessingPages> {
  let instant = new Date(`${day}T02:00:00.000Z`);
  const browsing = await browse({ empty: true, clock: () => instant });
  const { served } = browsing;
  const passTo = async (next: string): Promise<void> => {
    instant = new Date(`${next}T02:00:00.000Z`);
    hall.people = await signInAll(served);
  };
  const passSeconds = (seconds: number): void => {
    instant = new Date(instant.getTime() + seconds * 1000);
  };
  const people = await signInAll(served);
  const hall: Hall = { served, people, passTo, passSeconds, close: () => served.close() };
  return {
    ...{ browsing, hall, passTo },
    openAs: (who, address, options = {}) => browsing.open(address, { ...options, cookie: hall.people[who].cookie }),
    close: () => browsing.close(),
  };
}
