import type { Context } from "../context.ts";
import { makeRouter } from "../route.ts";
import { askerOf } from "../variables.ts";
import { writeRoute } from "../write-route.ts";
import { noteExport } from "./note.ts";
import { ExportBody, ExportNoted } from "./shape.ts";

const note = writeRoute({
  ...{ method: "post", path: "/api/exports", summary: "notes in the trail that a table of a page is saved as a file" },
  ...{ tag: "audit", right: "session.own", body: ExportBody, answer: ExportNoted, params: {} },
});

export function exportRoutes(context: Context) {
  return makeRouter().openapi(note, async (request) =>
    request.json(await noteExport(context, askerOf(request), request.req.valid("json")), 200),
  );
}
