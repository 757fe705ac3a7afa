import { may } from "@yuanbiao/core/access";
import { listAssessmentEntries } from "@yuanbiao/db/queries/evaluation";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { makeGlossary } from "../assessing-names.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { openAssessment } from "./read.ts";
import type { EntryList } from "./shape.ts";
import { entryCodes } from "./write.ts";

/** What the office counted and found; for who scores and who leads. */
export async function listEntries(
  context: Context,
  { actor }: Asker,
  {
    assessment,
    language,
    query,
  }: {
    assessment: string;
    language: Language;
    query: { cursor?: string | undefined; limit: number; asOf?: string | undefined };
  },
): Promise<z.infer<typeof EntryList>> {
  if (!may(actor, "evaluation.survey")) throw new Refusal(404, "unknown-evaluation");
  const { scheme, registry } = await openAssessment(context, assessment);
  const names = makeGlossary({ scheme: scheme.body, registry, language });
  const nameOf = (kind: "count" | "milestone", code: string): string =>
    names.name(kind === "count" ? "item" : "criterion", code);
  const entries = await listAssessmentEntries(context.store, { asOf: query.asOf ?? null }, assessment);
  const items = entries.map(({ area, kind, code, count, state, reason, version, recordedAt }) => ({
    ...{ kind, code, count, state, reason, version, recordedAt },
    ...{ area: names.ref("area", area), name: nameOf(kind, code) },
  }));
  const page = pageOf(items, (one) => `${one.area.code} ${one.kind} ${one.code}`, query);
  const codes = entryCodes(scheme.body).map(({ kind, code }) => ({ kind, code, name: nameOf(kind, code) }));
  return { ...page, codes };
}
