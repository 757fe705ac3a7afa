import { Code } from "@yuanbiao/core/code";
import { evidenceTypes, mostEvidenceBytes } from "@yuanbiao/core/evidence";
import { ReportId } from "@yuanbiao/core/report";
import type { Context } from "../context.ts";
import { fileRoute, makeRouter } from "../route.ts";
import { askerOf } from "../variables.ts";
import { noBody, uploadRoute, versionedWriteRoute, writeRoute } from "../write-route.ts";
import { downloadEvidence } from "./download.ts";
import { uploadObjectionEvidence } from "./objection-files.ts";
import { printReport } from "./print.ts";
import { EvidenceAdded, EvidenceForm, PrintView } from "./shape.ts";
import { uploadEvidence, uploadTargetEvidence, withdrawEvidence } from "./upload.ts";

const tag = "reporting";
/** The form around the file. */
const overhead = 64 * 1024;

const upload = uploadRoute({
  path: "/api/reports/{id}/evidence",
  summary: "佐证材料 put a file beside a figure or a report",
  tag,
  right: "evidence.add",
  form: EvidenceForm,
  answer: EvidenceAdded,
  query: {},
  params: { id: ReportId },
  mostBytes: mostEvidenceBytes + overhead,
});
const uploadForTarget = uploadRoute({
  path: "/api/decisions/{id}/evidence",
  summary: "佐证材料 for the judgement of a target; a department adds to targets of its own indicators",
  tag,
  right: "target.evidence",
  form: EvidenceForm,
  answer: EvidenceAdded,
  query: {},
  params: { id: Code },
  mostBytes: mostEvidenceBytes + overhead,
});
const uploadForObjection = uploadRoute({
  path: "/api/objections/{id}/evidence",
  summary: "佐证材料 beside an objection that waits for its answer",
  tag: "assessment",
  right: "objection.make",
  form: EvidenceForm,
  answer: EvidenceAdded,
  query: {},
  params: { id: Code },
  mostBytes: mostEvidenceBytes + overhead,
});
const content = fileRoute({
  path: "/api/evidence/{id}/content",
  summary: "the bytes of a file; noted in the trail",
  tag,
  right: "evidence.read",
  query: {},
  params: { id: Code },
  types: [...evidenceTypes],
});
const withdraw = versionedWriteRoute({
  method: "delete",
  path: "/api/evidence/{id}",
  summary: "take one's file off its report's list; it stays stored",
  tag,
  right: "evidence.add",
  body: noBody,
  answer: EvidenceAdded,
  params: { id: Code },
});
const print = writeRoute({
  method: "post",
  path: "/api/reports/{id}/prints",
  summary: "打印 the code for the sheet that is signed and sealed",
  tag,
  right: "evidence.add",
  body: noBody,
  answer: PrintView,
  params: { id: ReportId },
});

/** Pictures and PDF open beside the figure; everything else is saved. */
const opens = (type: string): boolean => type === "application/pdf" || type.startsWith("image/");

export function evidenceRoutes(context: Context) {
  return makeRouter()
    .openapi(upload, async (request) => {
      const { id } = request.req.valid("param");
      const form = request.req.valid("form");
      return request.json({ id: await uploadEvidence(context, askerOf(request), { report: id, form }) }, 200);
    })
    .openapi(uploadForTarget, async (request) => {
      const { id } = request.req.valid("param");
      const form = request.req.valid("form");
      return request.json({ id: await uploadTargetEvidence(context, askerOf(request), { target: id, form }) }, 200);
    })
    .openapi(uploadForObjection, async (request) => {
      const { id } = request.req.valid("param");
      const form = request.req.valid("form");
      const stored = await uploadObjectionEvidence(context, askerOf(request), { objection: id, form });
      return request.json({ id: stored }, 200);
    })
    .openapi(withdraw, async (request) => {
      const { id } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await withdrawEvidence(context, askerOf(request), { id, ifMatch });
      return request.json({ id }, 200);
    })
    .openapi(print, async (request) =>
      request.json(await printReport(context, askerOf(request), request.req.valid("param").id), 200),
    )
    .openapi(content, async (request) => {
      const { id } = request.req.valid("param");
      const { evidence, bytes } = await downloadEvidence(context, askerOf(request), id);
      const name = `filename*=UTF-8''${encodeURIComponent(evidence.fileName)}`;
      return request.body(new Uint8Array(bytes), 200, {
        "content-type": evidence.type,
        "content-disposition": `${opens(evidence.type) ? "inline" : "attachment"}; ${name}`,
        "content-security-policy":
          "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
        "x-frame-options": "SAMEORIGIN",
        "cache-control": "private, no-store",
      });
    });
}
