import type { SchemeRecord } from "@yuanbiao/core/scheme-record";
import type { Versioned } from "@yuanbiao/db/nouns";
import { findScheme, listSchemes } from "@yuanbiao/db/queries/scheme";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import type { SchemeList, SchemeView } from "./shape.ts";
import { checkedOf, seesScheme, summaryOf } from "./view.ts";
import { checkScheme } from "./write.ts";

interface Listing {
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly language: Language;
}

export async function listSchemeViews(
  context: Context,
  { actor }: Asker,
  { asOf, language, ...paged }: Listing,
): Promise<z.infer<typeof SchemeList>> {
  const all = await listSchemes(context.store, { asOf: asOf ?? null });
  const seen = all.filter((scheme) => seesScheme(actor, scheme));
  const named = new Map(seen.map(({ code, body }) => [code, body]));
  const page = pageOf(seen, ({ code }) => code, paged);
  return { items: page.items.map((one) => summaryOf(language, one, named)), nextCursor: page.nextCursor };
}

/** A scheme for who may see it; for everybody else it is not there. */
export async function getScheme(
  context: Context,
  { actor }: Asker,
  { code, asOf, language }: { code: string; asOf?: string | undefined; language: Language },
): Promise<{ record: Versioned<SchemeRecord>; view: SchemeView }> {
  const cut = { asOf: asOf ?? null };
  const record = await findScheme(context.store, cut, code);
  if (record === undefined || !seesScheme(actor, record)) throw new Refusal(404, "unknown-scheme");
  const basis = record.basis === null ? undefined : await findScheme(context.store, cut, record.basis);
  const named = new Map(basis === undefined ? [] : [[basis.code, basis.body]]);
  const checked = checkedOf(
    { scheme: record.body, language, registry: await context.registries.at(null) },
    await checkScheme(context, record.body),
  );
  return {
    record,
    view: { ...summaryOf(language, record, named), scheme: record.body, ...checked },
  };
}
