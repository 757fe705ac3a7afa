/** Why a file is refused before its figures are looked at. */
export const fileFaultCodes = [
  "empty-file",
  "file-too-large",
  "not-a-workbook",
  "old-excel",
  "encrypted-workbook",
  "binary-workbook",
  "macro-workbook",
  "damaged-file",
  "unsupported-archive",
  "suspicious-archive",
  "inflates-too-much",
  "too-many-rows",
  "unreadable-workbook",
  "reading-took-too-long",
] as const;
export type FileFaultCode = (typeof fileFaultCodes)[number];

/** Thrown inside the reader and turned into a value at its edge; `found` names what the file is instead. */
export class FileFault extends Error {
  readonly code: FileFaultCode;
  readonly found: string | null;
  constructor(code: FileFaultCode, found: string | null = null) {
    super(code);
    this.code = code;
    this.found = found;
  }
}

export function refuseUnless(holds: boolean, code: FileFaultCode): asserts holds {
  if (!holds) throw new FileFault(code);
}
