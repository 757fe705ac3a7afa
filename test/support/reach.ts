import { EvidenceAdded } from "@yuanbiao/server/evidence/shape";
import { LetterSent } from "@yuanbiao/server/letter/shape";
import { objectionTo, openAssessments } from "./assessed.ts";
import { pdf } from "./evidence.ts";
import { addressOf, type Desk, download, file, good, openDesk, openRound, sendFile } from "./reporting.ts";
import type { Asking, SignedIn } from "./served.ts";

/** Of the city's report: a line of the 科技局 and one of the 统计局. */
export const firms = "valid-hitech-firms";
export const share = "sei-share-above-scale";
export const report = "2025A.liuzhou";
const at = addressOf(report);

/** A report that was taken over, with files; a target and a letter of the same area and department. */
export interface World {
  readonly desk: Desk;
  readonly template: Uint8Array;
  readonly workbook: Uint8Array;
  readonly letter: string;
  /** A file beside the line of the 科技局. */
  readonly evidence: string;
  /** Of the city, about its line in a run that was shown. */
  readonly objection: string;
}

export async function openWorld(): Promise<World> {
  const desk = await openDesk();
  const { clerk, office } = desk.people;
  await openRound(desk, { areas: ["liuzhou"] });
  await openRound(desk, { code: "2024A", period: "2024", areas: ["liuzhou"] });
  await file(desk, report, { [share]: "29", "sei-output": "1234.5", [firms]: "300" });
  const letter = {
    ...{ city: "liuzhou", department: "lz-sti", area: "liuzhou", targets: [], reports: ["2024A.liuzhou"] },
    ...{ answerBy: "2026-05-05", number: null, signer: "领导小组办公室" },
  };
  return {
    desk,
    objection: await openAssessments(desk),
    template: await download(clerk, `${at}/template.xlsx`),
    workbook: await download(clerk, "/api/rounds/2025A/workbook.xlsx"),
    letter: (await good(LetterSent, office.send("POST", "/api/letters", letter))).id,
    evidence: await addFile(clerk),
  };
}

const beside = { fields: { kind: "other", indicator: firms } };
const addFile = async (who: Asking): Promise<string> =>
  (await good(EvidenceAdded, sendFile(who, `${at}/evidence`, pdf(), beside))).id;

/** The asker's own file where it may have one, else the park's. */
const fileOf = async (who: Asking, { evidence }: World): Promise<string> => addFile(who).catch(() => evidence);

const seen = { "if-match": "1" };
const line = { state: "value", value: "300", explanation: null };
const sent = (way: string, name: string, body: object) => (who: Asking) => who.send(way, `${at}/${name}`, body, seen);
const got = (address: string) => (who: Asking) => who.ask(address);
const request = {
  ...{ kind: "correction", reason: "台账有误", until: null },
  ...{ indicators: [firms], changeReason: "reporting-error" },
};

type Sample = (who: SignedIn, world: World) => Promise<Response>;

/** A request with a valid body for every route whose right is limited to areas or departments, lists apart. */
export const samples: Readonly<Record<string, Sample>> = {
  "GET /api/rounds/{code}": got("/api/rounds/2025A"),
  "GET /api/rounds/{code}/workbook.xlsx": got("/api/rounds/2025A/workbook.xlsx"),
  "POST /api/rounds/{code}/upload": (who, { workbook }) => sendFile(who, "/api/rounds/2025A/upload", workbook),
  "GET /api/reports/{id}": got(at),
  "GET /api/reports/{id}/template.xlsx": got(`${at}/template.xlsx`),
  "GET /api/reports/{id}/verification.docx": got(`${at}/verification.docx`),
  "PUT /api/reports/{id}/lines/{indicator}": sent("PUT", `lines/${firms}`, line),
  "PATCH /api/reports/{id}/lines": sent("PATCH", "lines", { lines: [{ indicator: firms, version: 1, ...line }] }),
  "POST /api/reports/{id}/effect": sent("POST", "effect", { indicator: firms, content: line }),
  "POST /api/reports/{id}/upload": (who, { template }) => sendFile(who, `${at}/upload`, template),
  "POST /api/reports/{id}/submit": sent("POST", "submit", {}),
  "POST /api/reports/{id}/approve": sent("POST", "approve", {}),
  "POST /api/reports/{id}/return": sent("POST", "return", { reason: "核对" }),
  "POST /api/reports/{id}/comments": sent("POST", "comments", { comment: "请核对" }),
  "POST /api/reports/{id}/request": sent("POST", "request", request),
  "PUT /api/reports/{id}/lines/{indicator}/verification": (who) =>
    who.send("PUT", `${at}/lines/${firms}/verification`, { state: "value", value: "300", reason: null }, seen),
  "POST /api/reports/{id}/evidence": (who) => sendFile(who, `${at}/evidence`, pdf(), beside),
  "POST /api/reports/{id}/prints": sent("POST", "prints", {}),
  "GET /api/evidence/{id}/content": (who, { evidence }) => who.ask(`/api/evidence/${evidence}/content`),
  "DELETE /api/evidence/{id}": async (who, world) =>
    who.send("DELETE", `/api/evidence/${await fileOf(who, world)}`, {}, seen),
  "POST /api/decisions/{id}/evidence": (who) =>
    sendFile(who, "/api/decisions/T22/evidence", pdf(), { fields: { kind: "other" } }),
  "POST /api/evaluations/{id}/statements": (who) =>
    who.send("POST", "/api/evaluations/shown/statements", { kind: "self-assessed", area: "liuzhou" }),
  "POST /api/evaluations/{id}/sign-off": (who) => who.send("POST", "/api/evaluations/measured/sign-off", {}),
  "POST /api/objections": (who) => who.send("POST", "/api/objections", objectionTo("liuzhou")),
  "POST /api/objections/{id}/withdraw": (who, { objection }) =>
    who.send("POST", `/api/objections/${objection}/withdraw`, {}, { "if-match": "9" }),
  "POST /api/objections/{id}/evidence": (who, { objection }) =>
    sendFile(who, `/api/objections/${objection}/evidence`, pdf(), { fields: { kind: "other" } }),
  "GET /api/letters/{id}/letter.docx": (who, { letter }) => who.ask(`/api/letters/${letter}/letter.docx`),
};

/** Lists hold what their reader may see: what of one's own stands in them. */
export const lists: Readonly<Record<string, { readonly address: string; own(world: World): string }>> = {
  "GET /api/rounds": { address: "/api/rounds?limit=1000", own: () => '"2025A"' },
  "GET /api/reports": { address: "/api/reports?limit=1000", own: () => `"${report}"` },
  "GET /api/letters": { address: "/api/letters?limit=1000", own: ({ letter }) => `"${letter}"` },
};
