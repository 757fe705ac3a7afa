/** One bad field of a request: which, and what is wrong with it. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
}

/** A refusal with a code; the wording is found by the code in `text/`. */
export class Refusal extends Error {
  readonly status: 400 | 404 | 405 | 500;
  readonly code: string;
  readonly faults: readonly FieldFault[];

  constructor(status: 400 | 404 | 405 | 500, code: string, faults: readonly FieldFault[] = []) {
    super(code);
    this.status = status;
    this.code = code;
    this.faults = faults;
  }
}
