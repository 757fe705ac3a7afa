import type { Citation, PolicyDocument } from "@yuanbiao/core/document";
import type { Target } from "@yuanbiao/core/target";
import type { z } from "zod";
import { type Language, spoken } from "../language.ts";
import type { Registry } from "../registry.ts";
import type { Ref } from "../shape.ts";
import type { CitationView, Owes, PathView } from "./citation.ts";

type Named = { readonly name: string; readonly nameEn: string | null };

/** Says what codes mean: names and notes of the registry in the language of the request. */
export interface Speech {
  readonly registry: Registry;
  readonly language: Language;
}

function refIn(map: ReadonlyMap<string, Named>, { language }: Speech, code: string): Ref {
  const found = map.get(code);
  return { code, name: found === undefined ? code : spoken(language, found.name, found.nameEn) };
}

export const areaRef = (speech: Speech, code: string): Ref => refIn(speech.registry.areas, speech, code);
export const indicatorRef = (speech: Speech, code: string): Ref => refIn(speech.registry.indicators, speech, code);
export const caliberRef = (speech: Speech, code: string): Ref => refIn(speech.registry.calibers, speech, code);
export const documentRef = (speech: Speech, code: string): Ref => refIn(speech.registry.documents, speech, code);
export const departmentRef = (speech: Speech, code: string): Ref => refIn(speech.registry.departments, speech, code);

/** A note in the language of the request, or null where there is none. */
export function noteOf({ language }: Speech, note: string | null, noteEn: string | null): string | null {
  return note === null ? null : spoken(language, note, noteEn);
}

/** An indicator as targets show it: with unit and decimals. */
export function measuredRef(speech: Speech, code: string): Ref & { unit: string; decimals: number } {
  const found = speech.registry.indicators.get(code);
  return { ...indicatorRef(speech, code), unit: found?.unit ?? "", decimals: found?.decimals ?? 0 };
}

export function getDocument({ registry }: Speech, code: string): PolicyDocument {
  const found = registry.documents.get(code);
  if (found === undefined) throw new Error(`document ${code} is cited but not there`);
  return found;
}

export function citationView(speech: Speech, { document, clause }: Citation): z.infer<typeof CitationView> {
  const { number, publisher, publishedOn, address, validity, grade, kind } = getDocument(speech, document);
  return {
    document: documentRef(speech, document),
    number,
    clause,
    publisher,
    publishedOn,
    address,
    validity,
    grade,
    kind,
  };
}

/** A target's first citation: the one that it counts by. */
export function firstCitation(target: Target): Citation {
  const [first] = target.citations;
  if (first === undefined) throw new Error(`target ${target.id} has no citation`);
  return first;
}

/** Who owes a target's figure today: the successor where the named body no longer exists. */
export function owesView(speech: Speech, target: Target, on: string): z.infer<typeof Owes> | null {
  if (target.owes === null) return null;
  const named = speech.registry.departments.get(target.owes);
  const hasEnded = named?.to === null || named?.to === undefined || named.to <= on;
  const successor = hasEnded ? (named?.successor ?? null) : null;
  return {
    department: departmentRef(speech, successor ?? target.owes),
    basis: target.owesBasis ?? "suggested",
    formerly: successor === null ? null : departmentRef(speech, target.owes),
  };
}

export function pathView(target: Target): z.infer<typeof PathView> | null {
  if (target.path === null) return null;
  const { kind, shape, points } = target.path;
  return { kind, shape, points: points.map(({ period, value }) => ({ period, value })) };
}
