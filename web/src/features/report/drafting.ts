import { ApiError, type LineItem, type Report } from "../../api.ts";
import { type Drafts, draftsOf, editsOf, isUnsaved, mergeLines } from "./draft.ts";
import type { Edit } from "./request.ts";

/** How the saving of drafts stands. `paused`: the network or the server failed; it tries again by itself. */
export type Saving =
  | { readonly kind: "saved"; readonly at: string | null }
  | { readonly kind: "saving" }
  | { readonly kind: "paused"; readonly error: unknown };

export interface DraftState {
  readonly drafts: Drafts;
  readonly saving: Saving;
}

/** Holds the drafts of one report and saves them: one request at a time, soon after the last change. */
export interface Drafting {
  get(): DraftState;
  subscribe(changed: () => void): () => void;
  /** Changes drafts and plans their saving. */
  change(make: (drafts: Drafts) => Drafts): void;
  /** Takes the server's state of the lines. */
  merge(lines: readonly LineItem[]): void;
  /** Saves at once; true when the server holds everything that can be sent and nothing waits for a decision. */
  flush(): Promise<boolean>;
  /** The report as the server answered last; undefined before the first answer. */
  heard(): Report | undefined;
  stop(): void;
}

export interface Far {
  save(edits: readonly Edit[]): Promise<Report>;
  read(): Promise<Report>;
  /** Is told of every state of the report that the server answers with. */
  heard(report: Report): void;
}

const pause = { afterTyping: 700, afterFailure: 5000 } as const;

/** A refusal that will be the same however often it is asked: the session is over or the line cannot be taken. */
const isFinal = (error: unknown): error is ApiError => error instanceof ApiError && error.status < 500;

export function makeDrafting(lines: readonly LineItem[], far: Far): Drafting {
  let state: DraftState = { drafts: draftsOf(lines), saving: { kind: "saved", at: null } };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let answered: Report | undefined;
  const listeners = new Set<() => void>();

  function set(next: Partial<DraftState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }
  function plan(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), wait);
  }
  function run(): Promise<void> {
    clearTimeout(timer);
    running ??= saveAll().finally(() => {
      running = undefined;
    });
    return running;
  }
  async function saveAll(): Promise<void> {
    for (let edits = editsOf(state.drafts); edits.length > 0; edits = editsOf(state.drafts)) {
      set({ saving: { kind: "saving" } });
      if (!(await sendOnce(edits))) return;
    }
    if (state.saving.kind !== "saved") set({ saving: { kind: "saved", at: new Date().toISOString() } });
  }
  /** Whether to go on with what is left. */
  async function sendOnce(edits: readonly Edit[]): Promise<boolean> {
    try {
      const report = await far.save(edits);
      const sent = new Set(edits.map(({ indicator }) => indicator));
      set({ drafts: mergeLines(state.drafts, report.lineItems, sent) });
      answered = report;
      far.heard(report);
      return true;
    } catch (error) {
      return answerFault(error, edits);
    }
  }
  async function answerFault(error: unknown, edits: readonly Edit[]): Promise<boolean> {
    if (error instanceof ApiError && error.status === 412) return readAgain();
    if (error instanceof ApiError && error.status === 422) {
      set({ drafts: withRefusals(state.drafts, edits, error) });
      return true;
    }
    set({ saving: { kind: "paused", error } });
    if (!isFinal(error)) plan(pause.afterFailure);
    return false;
  }
  async function readAgain(): Promise<boolean> {
    try {
      const report = await far.read();
      set({ drafts: mergeLines(state.drafts, report.lineItems) });
      answered = report;
      far.heard(report);
      return true;
    } catch (error) {
      set({ saving: { kind: "paused", error } });
      plan(pause.afterFailure);
      return false;
    }
  }

  return {
    get: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    change(make) {
      set({ drafts: make(state.drafts) });
      if (editsOf(state.drafts).length > 0) plan(pause.afterTyping);
    },
    merge: (fresh) => set({ drafts: mergeLines(state.drafts, fresh) }),
    async flush() {
      await run();
      return ![...state.drafts.values()].some(isUnsaved);
    },
    heard: () => answered,
    stop: () => clearTimeout(timer),
  };
}

/** Marks the lines that the server named; a block is all or none, so the others are sent again without them. */
function withRefusals(drafts: Drafts, edits: readonly Edit[], error: ApiError): Drafts {
  const next = new Map(drafts);
  const named = edits.filter(({ indicator }) => error.faults.some(({ field }) => isOf(field, indicator)));
  for (const { indicator, content } of named.length > 0 ? named : edits) {
    const draft = next.get(indicator);
    const detail = error.faults.find(({ field }) => isOf(field, indicator))?.detail ?? error.message;
    if (draft !== undefined) next.set(indicator, { ...draft, refused: { content, detail } });
  }
  return next;
}

const isOf = (field: string, indicator: string): boolean =>
  field === `lines.${indicator}` || field.startsWith(`lines.${indicator}.`);
