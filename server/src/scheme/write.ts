import type { Scheme } from "@yuanbiao/core/scheme";
import type { SchemeContext, SchemeFault } from "@yuanbiao/core/scheme-fault";
import { readSchemeFile } from "@yuanbiao/core/scheme-file";
import type { SchemeRecord } from "@yuanbiao/core/scheme-record";
import { unverifiedPlaces } from "@yuanbiao/core/scheme-unverified";
import { validateScheme } from "@yuanbiao/core/scheme-validate";
import type { Versioned } from "@yuanbiao/db/nouns";
import { findScheme } from "@yuanbiao/db/queries/scheme";
import { listTargets } from "@yuanbiao/db/queries/target";
import { planVersions } from "@yuanbiao/db/revise";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { makeGlossary } from "../assessing-names.ts";
import { change, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import { type Language, spoken } from "../language.ts";
import { schemeFaultText } from "../text/scheme-fault.ts";
import type { DraftBody } from "./shape.ts";

const now = { asOf: null };
type Stored = Versioned<SchemeRecord>;

/** What a scheme's codes may refer to: everything that the store knows today. */
async function knownOf({ registries, store }: Context): Promise<SchemeContext> {
  const { indicators, calibers } = await registries.at(null);
  return { indicators, calibers, targets: await listTargets(store, now) };
}

/** Says everything that stands against a scheme here. */
export async function checkScheme(context: Context, scheme: Scheme): Promise<SchemeFault[]> {
  return validateScheme(scheme, await knownOf(context));
}

async function requireValid(context: Context, scheme: Scheme, language: Language): Promise<void> {
  const faults = await checkScheme(context, scheme);
  if (faults.length === 0) return;
  const names = makeGlossary({ scheme, language, registry: await context.registries.at(null) });
  const named = faults.map((fault) => ({
    ...{ field: fault.path, code: fault.code, detail: schemeFaultText(language, fault, names) },
  }));
  throw new Refusal(422, "scheme-not-acceptable", named);
}

interface Written {
  readonly record: SchemeRecord;
  readonly standing: Stored | undefined;
  readonly action: string;
}

async function store(context: Context, asker: Asker, { record, standing, action }: Written): Promise<void> {
  const current = standing === undefined ? [] : [standing];
  const plan = planVersions("scheme", { current, incoming: [record] }, { reason: "other", note: null });
  if (plan.revisions.length === 0) throw new Refusal(409, "nothing-changed");
  const entry = { area: systemArea, action, subject: record.code, before: standing, after: record };
  await change(context, asker, { statements: plan.statements, entries: [entry] });
}

async function requireFree(context: Context, code: string): Promise<void> {
  const taken = await findScheme(context.store, now, code);
  if (taken !== undefined) throw new Refusal(409, "scheme-exists", [{ field: "code", code: "scheme-exists" }]);
}

/** Drafts a scheme from another one for a year. Benchmarks of other years stay with it; it is checked when it is saved. */
export async function draftScheme(context: Context, asker: Asker, body: z.infer<typeof DraftBody>): Promise<void> {
  const { from, ...about } = body;
  const basis = await findScheme(context.store, now, from);
  if (basis === undefined) throw new Refusal(404, "unknown-scheme", [{ field: "from", code: "unknown-scheme" }]);
  await requireFree(context, body.code);
  const scheme: Scheme = { ...basis.body, ...about };
  const record: SchemeRecord = { code: body.code, state: "draft", basis: from, body: scheme };
  await store(context, asker, { record, standing: undefined, action: "scheme-draft" });
}

/** The draft that somebody saw; what was published, or shipped, is not changed any more. */
async function getDraft(context: Context, code: string, ifMatch: number): Promise<Stored> {
  const standing = await findScheme(context.store, now, code);
  if (standing === undefined) throw new Refusal(404, "unknown-scheme");
  if (standing.version !== ifMatch) throw new Refusal(412, "stale-version");
  if (standing.state !== "draft") throw new Refusal(409, "scheme-not-draft");
  return standing;
}

export interface SchemeEdit {
  readonly code: string;
  readonly scheme: Scheme;
  readonly ifMatch: number;
  readonly language: Language;
}

/** Saves a draft; whatever does not hold is refused with every place. */
export async function editScheme(context: Context, asker: Asker, edit: SchemeEdit): Promise<void> {
  const { code, scheme, ifMatch, language } = edit;
  const standing = await getDraft(context, code, ifMatch);
  if (scheme.code !== code) throw new Refusal(422, "code-not-changed", [{ field: "code", code: "code-not-changed" }]);
  await requireValid(context, scheme, language);
  await store(context, asker, { record: { ...standing, body: scheme }, standing, action: "scheme-edit" });
}

/** Publishes a draft: from then on it never changes. What is 待核 must be settled first. */
export async function publishScheme(
  context: Context,
  asker: Asker,
  { code, ifMatch, language }: Omit<SchemeEdit, "scheme">,
): Promise<void> {
  const standing = await getDraft(context, code, ifMatch);
  await requireValid(context, standing.body, language);
  const places: FieldFault[] = unverifiedPlaces(standing.body).map(({ path, reason, reasonEn }) => ({
    ...{ field: path, code: "scheme-unverified", detail: spoken(language, reason, reasonEn) },
  }));
  if (places.length > 0) throw new Refusal(422, "scheme-unverified", places);
  await store(context, asker, { record: { ...standing, state: "published" }, standing, action: "scheme-publish" });
}

/** Reads a scheme's file into a draft of its own. */
export async function importScheme(
  context: Context,
  asker: Asker,
  { text, code, language }: { text: string; code: string | null; language: Language },
): Promise<string> {
  const { scheme, faults } = readSchemeFile(text);
  if (scheme === null) {
    const [first] = faults;
    const isWhole = faults.length === 1 && first?.path === "";
    const named = faults.map(({ path, code: fault }) => ({ field: path, code: fault }));
    throw isWhole && first !== undefined
      ? new Refusal(422, first.code)
      : new Refusal(422, "scheme-not-acceptable", named);
  }
  const own = code === null ? scheme : { ...scheme, code };
  await requireFree(context, own.code);
  await requireValid(context, own, language);
  const record: SchemeRecord = { code: own.code, state: "draft", basis: null, body: own };
  await store(context, asker, { record, standing: undefined, action: "scheme-import" });
  return own.code;
}
