import { EvidenceAdded } from "@yuanbiao/server/evidence/shape";
import { addressOf, type Desk, good, openDesk, openRound, readReport, sendFile } from "./reporting.ts";
import type { Asking, SignedIn } from "./served.ts";

/** The report that the files of a test lie with. */
export const report = "2025A.liuzhou";
export const at = `${addressOf(report)}/evidence`;
export const firms = "valid-hitech-firms";
export const share = "sei-share-above-scale";

/** A desk with a round of two years each. */
export async function openEvidenceDesk(): Promise<Desk> {
  const desk = await openDesk();
  await openRound(desk);
  await openRound(desk, { code: "2024A", period: "2024", areas: ["liuzhou"] });
  return desk;
}

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);
export const pdf = (content = ""): Uint8Array => text(`%PDF-1.7\n${content}`);
export const png = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** Puts a file beside the report. */
export const add = (
  who: Pick<Asking, "ask">,
  bytes: Uint8Array,
  name = "证明.pdf",
  fields: Record<string, string> = {},
): Promise<Response> => sendFile(who, at, bytes, { name, fields: { kind: "statistics", ...fields } });
/** The same, which must be taken; gives the file's id. */
export const added = async (...given: Parameters<typeof add>): Promise<string> =>
  (await good(EvidenceAdded, add(...given))).id;
export const content = (file: string): string => `/api/evidence/${file}/content`;
export const listed = async (who: SignedIn) => (await readReport(who, report)).evidence;
