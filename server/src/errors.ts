/** One bad field of a request: which, and what is wrong with it. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
  /** A sentence of its own, in the language of the request; otherwise the code's. */
  readonly detail?: string;
}

export type RefusalStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 409
  | 412
  | 413
  | 415
  | 422
  | 423
  | 428
  | 429
  | 500
  | 502
  | 503
  | 507;

/** Faults of which some are not listed. */
export interface CutFaults {
  readonly faults: readonly FieldFault[];
  readonly more: number;
}

/** A refusal with a code; the wording is found by the code in `text/`. */
export class Refusal extends Error {
  readonly status: RefusalStatus;
  readonly code: string;
  readonly faults: readonly FieldFault[];
  /** How many there are beyond those. */
  readonly more: number;

  constructor(status: RefusalStatus, code: string, found: readonly FieldFault[] | CutFaults = []) {
    super(code);
    this.status = status;
    this.code = code;
    const isCut = "more" in found;
    this.faults = isCut ? found.faults : found;
    this.more = isCut ? found.more : 0;
  }
}
