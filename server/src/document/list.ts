import { type DocumentKind, documentKinds } from "@yuanbiao/core/document";
import { listTargets } from "@yuanbiao/db/queries/target";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { documentRef, noteOf, type Speech } from "../wire/speech.ts";
import type { DocumentList, DocumentView } from "./shape.ts";
import { hiddenDocuments } from "./sight.ts";

export interface DocumentQuery {
  readonly asOf?: string | undefined;
  readonly kind?: DocumentKind | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Policy documents first, then pages; each kind by code. A round's own is there for who may know of it. */
export async function listDocumentViews(
  context: Context,
  { actor }: Asker,
  { query, language }: { query: DocumentQuery; language: Language },
): Promise<z.infer<typeof DocumentList>> {
  const asOf = query.asOf ?? null;
  const registry = await context.registries.at(asOf);
  const speech: Speech = { registry, language };
  const targets = await listTargets(context.store, { asOf });
  const hidden = await hiddenDocuments(context, actor, { asOf });
  const documents = [...registry.documents.values()]
    .filter(({ code, kind }) => (query.kind === undefined || kind === query.kind) && !hidden.has(code))
    .toSorted((a, b) => documentKinds.indexOf(a.kind) - documentKinds.indexOf(b.kind) || (a.code < b.code ? -1 : 1));
  const page = pageOf(documents, ({ code }) => code, query);
  const items = page.items.map((document): z.infer<typeof DocumentView> => {
    const { code, kind, number, publisher, publishedOn, validity, address, grade, note, noteEn } = document;
    return {
      ...documentRef(speech, code),
      kind,
      number,
      publisher,
      publishedOn,
      validity,
      address,
      grade,
      targets: targets.filter(({ citations }) => citations.some((citation) => citation.document === code)).length,
      note: noteOf(speech, note, noteEn),
      version: document.version,
      recordedAt: document.recordedAt,
    };
  });
  return { items, nextCursor: page.nextCursor };
}
