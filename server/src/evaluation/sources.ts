import { type Actor, clearanceOf, isOfPark, may } from "@yuanbiao/core/access";
import type { LineExplained } from "@yuanbiao/core/evaluate-explain";
import type { UsedSource } from "@yuanbiao/core/evaluate-facts";
import type { Observation } from "@yuanbiao/core/observation";
import { mayRead } from "@yuanbiao/core/suppress";
import type { Target } from "@yuanbiao/core/target";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listVersionsOfObservations } from "@yuanbiao/db/queries/observation";
import { listVersionsOfTargets } from "@yuanbiao/db/queries/target";
import type { Context } from "../context.ts";
import { type Language, spoken } from "../language.ts";
import { periodText } from "../text/period.ts";
import { areaRef, caliberRef, indicatorRef, type Speech } from "../wire/speech.ts";
import type { LineView } from "./result-shape.ts";

type SourceView = LineView["inputs"][number]["sources"][number];

/** Every version of what some lines rest on, by id. */
export interface Backing {
  readonly figures: ReadonlyMap<string, readonly Versioned<Observation>[]>;
  readonly targets: ReadonlyMap<string, readonly Versioned<Target>[]>;
}

export async function loadBacking({ store }: Context, lines: readonly LineExplained[]): Promise<Backing> {
  const used = lines.flatMap(({ inputs }) => inputs.flatMap(({ sources }) => sources));
  const ids = (kind: UsedSource["kind"]): string[] => [
    ...new Set(used.filter((source) => source.kind === kind).map(({ id }) => id)),
  ];
  const cut = { asOf: null };
  return {
    figures: await listVersionsOfObservations(store, cut, { ids: ids("observation") }),
    targets: await listVersionsOfTargets(store, cut, ids("target")),
  };
}

interface Reading {
  readonly speech: Speech;
  readonly actor: Actor;
  readonly backing: Backing;
}

const bases: Record<Language, Record<NonNullable<UsedSource["basis"]>, string>> = {
  "zh-CN": { due: "到期目标值", decomposed: "分解到当年的目标值", document: "文件路径上的值", standing: "长期目标值" },
  en: {
    due: "the target's value at its due date",
    decomposed: "the part of the year by the adopted plan",
    document: "a point of the document's path",
    standing: "a standing target",
  },
};

function citedIn({ registry, language }: Speech, document: string, clause: string | null): string {
  const found = registry.documents.get(document);
  const name = found === undefined ? document : spoken(language, found.name, found.nameEn);
  const number = found?.number ?? null;
  const parts = [number === null ? name : `${name} ${number}`, clause].filter((part) => part !== null);
  return parts.join(language === "en" ? ", " : "，");
}

function figureView(used: UsedSource, { speech, actor, backing }: Reading): SourceView {
  const versions = backing.figures.get(used.id) ?? [];
  const figure = versions.find(({ version }) => version === used.version);
  const newest = versions.at(-1)?.version ?? used.version;
  const { kind, id, version, period, basis } = used;
  const plain = { kind, id, version, period, basis, newest: newest === version ? null : newest };
  if (figure === undefined) return { ...plain, value: used.value, title: id, cited: null, recordedAt: null };
  const isOpen = isOfPark(actor, figure.area) || mayRead(figure.class, clearanceOf(actor));
  const { language } = speech;
  const joint = language === "en" ? ", " : "，";
  const title = [
    `${areaRef(speech, figure.area).name}${language === "en" ? ": " : " "}${indicatorRef(speech, figure.indicator).name}`,
    periodText(language, figure.period),
    caliberRef(speech, figure.caliber).name,
  ].join(joint);
  return {
    ...plain,
    value: isOpen ? used.value : null,
    title,
    cited: citedIn(speech, figure.document, figure.clause),
    recordedAt: figure.recordedAt,
  };
}

function targetView(used: UsedSource, { speech, backing }: Reading): SourceView {
  const versions = backing.targets.get(used.id) ?? [];
  const target = versions.find(({ version }) => version === used.version);
  const newest = versions.at(-1)?.version ?? used.version;
  const { kind, id, version, period, value, basis } = used;
  const plain = { kind, id, version, period, value, basis, newest: newest === version ? null : newest };
  if (target === undefined) return { ...plain, title: id, cited: null, recordedAt: null };
  const part = target.decomposition.find((one) => one.period === period);
  const first = target.citations[0];
  const named = basis === "decomposed" && part !== undefined ? part : (first ?? null);
  const { language } = speech;
  const said = basis === null ? "" : `${language === "en" ? ", " : "，"}${bases[language][basis]}`;
  return {
    ...plain,
    title: `${areaRef(speech, target.area).name} ${indicatorRef(speech, target.indicator).name}${said}`,
    cited: named === null ? null : citedIn(speech, named.document, named.clause),
    recordedAt: target.recordedAt,
  };
}

const others: Record<Language, Record<"panel" | "milestone" | "count", string>> = {
  "zh-CN": { panel: "专家评分（不具名）", milestone: "考核办对完成情况的认定", count: "考核记录的次数" },
  en: { panel: "experts' scores, unnamed", milestone: "the office's finding", count: "counted by the office" },
};

/** What an input was taken from, as its reader may see it. */
export function sourceView(used: UsedSource, reading: Reading): SourceView {
  if (used.kind === "observation") return figureView(used, reading);
  if (used.kind === "target") return targetView(used, reading);
  const { kind, id, period, basis } = used;
  const title = others[reading.speech.language][kind];
  // Single scores, and how often they were changed, are for who runs the panel.
  const isBlind = kind === "panel" && !may(reading.actor, "evaluation.survey");
  const [value, version] = isBlind ? [null, 0] : [used.value, used.version];
  return { kind, id, version, period, value, basis, newest: null, title, cited: null, recordedAt: null };
}
