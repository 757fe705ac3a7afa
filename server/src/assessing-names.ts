import type { Scheme } from "@yuanbiao/core/scheme";
import { type Language, spoken } from "./language.ts";
import type { Registry } from "./registry.ts";
import { ownerOf } from "./reporting.ts";
import type { Ref } from "./shape.ts";
import type { AssessmentNames, NameKind } from "./text/score-names.ts";
import { areaRef, caliberRef, departmentRef, indicatorRef } from "./wire/speech.ts";

interface Named {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
}

/** What an assessment's codes are called, in the language of the request. */
export interface Glossary extends AssessmentNames {
  ref(kind: NameKind, code: string): Ref;
}

export interface GlossaryOf {
  readonly scheme: Scheme;
  readonly registry: Registry;
  readonly language: Language;
}

function codedOf({ groups, pools, parkTypes, grades, adjustments, vetoes, windows }: Scheme) {
  const criteria = groups.flatMap((group) => group.criteria);
  const items = criteria.flatMap(({ scorer }) => (scorer.type === "adjustments" ? scorer.items : []));
  const none: Named[] = items.map(({ code }) => ({ code, name: code, nameEn: null }));
  const kinds: Partial<Record<NameKind, readonly Named[]>> = {
    ...{ criterion: criteria, group: groups, pool: pools, parkType: parkTypes, grade: grades },
    item: [...none, ...adjustments.items, ...vetoes, ...windows],
  };
  return kinds;
}

export function makeGlossary({ scheme, registry, language }: GlossaryOf): Glossary {
  const kinds = new Map(
    Object.entries(codedOf(scheme)).map(([kind, all]) => [
      kind,
      new Map((all ?? []).map(({ code, name, nameEn }) => [code, spoken(language, name, nameEn)])),
    ]),
  );
  const speech = { registry, language };
  const criteria = new Map(scheme.groups.flatMap((group) => group.criteria.map((own) => [own.code, own])));
  const nameOf = (kind: NameKind, code: string): string => {
    if (kind === "area") return areaRef(speech, code).name;
    if (kind === "indicator") return indicatorRef(speech, code).name;
    if (kind === "caliber") return caliberRef(speech, code).name;
    return kinds.get(kind)?.get(code) ?? code;
  };
  return {
    name: nameOf,
    ref: (kind, code) => ({ code, name: nameOf(kind, code) }),
    owner(criterion) {
      const indicator = criteria.get(criterion)?.indicator ?? null;
      const owner = indicator === null ? null : ownerOf(registry, indicator);
      return owner === null ? null : departmentRef(speech, owner).name;
    },
  };
}
