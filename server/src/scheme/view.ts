import type { Actor } from "@yuanbiao/core/access";
import { may } from "@yuanbiao/core/access";
import type { Scheme } from "@yuanbiao/core/scheme";
import type { SchemeFault } from "@yuanbiao/core/scheme-fault";
import type { SchemeRecord } from "@yuanbiao/core/scheme-record";
import { unverifiedPlaces } from "@yuanbiao/core/scheme-unverified";
import type { Versioned } from "@yuanbiao/db/nouns";
import type { z } from "zod";
import { type GlossaryOf, makeGlossary } from "../assessing-names.ts";
import { type Language, spoken } from "../language.ts";
import { schemeFaultText } from "../text/scheme-fault.ts";
import type { ItemNames } from "../text/scheme-place.ts";
import type { CheckedView, SchemeSummary } from "./shape.ts";

type Stored = Versioned<SchemeRecord>;

/** Drafts are seen by who scores and who leads; what is published, or shipped as a sample, by everybody who works. */
export function seesScheme(actor: Actor, { state }: Pick<SchemeRecord, "state">): boolean {
  return state !== "draft" || may(actor, "evaluation.survey");
}

export const nameOf = (language: Language, { name, nameEn }: Pick<Scheme, "name" | "nameEn">): string =>
  spoken(language, name, nameEn);

/** A scheme as lists show it; `named` gives the names of those it may be drafted from. */
export function summaryOf(language: Language, stored: Stored, named: ReadonlyMap<string, Scheme>): SchemeSummary {
  const { code, state, basis, body, version, recordedAt } = stored;
  const { evaluationYear, dataYear, fullMark, groups } = body;
  const from = basis === null ? undefined : named.get(basis);
  return {
    ...{ code, state, evaluationYear, dataYear, fullMark, version, recordedAt, name: nameOf(language, body) },
    basis: basis === null ? null : { code: basis, name: from === undefined ? basis : nameOf(language, from) },
    criteria: groups.reduce((sum, { criteria }) => sum + criteria.length, 0),
    unverified: unverifiedPlaces(body).length,
  };
}

/** What stands against a scheme, and what is still to be verified, in the language of the request. */
export function checkedOf(of: GlossaryOf, faults: readonly SchemeFault[]): z.infer<typeof CheckedView> {
  const { language, scheme } = of;
  const names = makeGlossary(of);
  return {
    faults: faults.map((fault) => ({
      ...{ path: fault.path, code: fault.code, detail: schemeFaultText(language, fault, names) },
    })),
    places: unverifiedPlaces(scheme).map(({ path, reason, reasonEn }) => ({
      path,
      reason: spoken(language, reason, reasonEn),
    })),
  };
}

/** What the items of some schemes are called, by list and code; the first scheme that has one says it. */
export function itemNames(language: Language, schemes: readonly Scheme[]): ItemNames {
  const found = new Map<string, string>();
  for (const { groups, pools, parkTypes, grades, adjustments, vetoes, windows } of schemes) {
    const criteria = groups.flatMap((group) => group.criteria);
    // A tie-break step is told by the criterion or group that it looks at.
    const lists = {
      groups,
      criteria,
      chain: [...criteria, ...groups],
      pools,
      parkTypes,
      grades,
      items: adjustments.items,
      vetoes,
      windows,
    };
    for (const [list, items] of Object.entries(lists)) {
      for (const item of items) {
        const key = `${list} ${item.code}`;
        if (!found.has(key)) found.set(key, spoken(language, item.name, item.nameEn));
      }
    }
  }
  return (list, code) => found.get(`${list} ${code}`) ?? code;
}
