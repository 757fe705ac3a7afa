import { may } from "@yuanbiao/core/access";
import type { Panel, PanelScore } from "@yuanbiao/core/evaluation";
import type { Criterion } from "@yuanbiao/core/scheme-criterion";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listAccounts } from "@yuanbiao/db/queries/account";
import { findEvaluation, listEvaluations, listPanelScores, listPanels } from "@yuanbiao/db/queries/evaluation";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { type OpenedEvaluation, withScheme } from "../assessing.ts";
import { type Glossary, makeGlossary } from "../assessing-names.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { type Language, spoken } from "../language.ts";
import { pageOf } from "../page.ts";
import { scoringRuleText } from "../text/score-rule.ts";
import type { PanelList, PanelView } from "./shape.ts";

const now = { asOf: null };

/** The run of an assessment that stands: the one that nothing has replaced. */
export async function openAssessment(context: Context, assessment: string): Promise<OpenedEvaluation> {
  let found = await findEvaluation(context.store, now, assessment);
  if (found === undefined || found.assessment !== assessment) throw new Refusal(404, "unknown-evaluation");
  while (found.replacedBy !== null) {
    const next = await findEvaluation(context.store, now, found.replacedBy);
    if (next === undefined) throw new Error(`${found.replacedBy} replaces ${found.id} but is not there`);
    found = next;
  }
  return withScheme(context, found);
}

/** Criteria of a scheme that judges score. */
export function judgedCriteria({ scheme }: OpenedEvaluation): Criterion[] {
  return scheme.body.groups.flatMap(({ criteria }) => criteria.filter(({ scorer }) => scorer.type === "panel"));
}

interface Seen {
  readonly opened: OpenedEvaluation;
  readonly names: Glossary;
  readonly language: Language;
  readonly panels: ReadonlyMap<string, Versioned<Panel>>;
  readonly scores: readonly Versioned<PanelScore>[];
  readonly accounts: ReadonlyMap<string, string>;
  /** The judge who looks; null for the office. */
  readonly judge: string | null;
}

function panelView(criterion: Criterion, seen: Seen): PanelView {
  const { opened, names, language, panels, scores, accounts, judge } = seen;
  const { evaluation } = opened;
  const panel = panels.get(criterion.code);
  const own = scores.filter((score) => score.criterion === criterion.code);
  return {
    assessment: evaluation.assessment,
    name: spoken(language, evaluation.name, evaluation.nameEn),
    criterion: names.ref("criterion", criterion.code),
    rule: scoringRuleText(language, criterion.scorer),
    scale: criterion.scorer.type === "panel" ? criterion.scorer.scale : "100",
    open: panel?.open === true && evaluation.seal === null,
    judges: judge === null ? (panel?.judges ?? []).map((code) => ({ code, name: accounts.get(code) ?? code })) : [],
    candidates: [...accounts].map(([code, name]) => ({ code, name })),
    areas: evaluation.members.map(({ area }) => {
      const given = own.filter((score) => score.area === area);
      const mine = judge === null ? undefined : given.find((score) => score.judge === judge);
      return {
        area: names.ref("area", area),
        given: judge === null ? given.length : null,
        own: mine === undefined ? null : { score: mine.score, comment: mine.comment, version: mine.version },
      };
    }),
    version: panel?.version ?? 0,
  };
}

/** The panels of an assessment: all of them for the office, for an expert those that it judges, with its own scores alone. */
export async function panelsOf(
  context: Context,
  { actor }: Asker,
  { assessment, language }: { assessment: string; language: Language },
): Promise<PanelView[]> {
  const opened = await openAssessment(context, assessment);
  const isOffice = may(actor, "panel.manage");
  const judge = isOffice ? null : actor.account;
  const panels = new Map((await listPanels(context.store, now, assessment)).map((one) => [one.criterion, one]));
  const criteria = judgedCriteria(opened).filter(
    ({ code }) => isOffice || panels.get(code)?.judges.includes(actor.account) === true,
  );
  if (criteria.length === 0 && !isOffice) throw new Refusal(404, "unknown-evaluation");
  const scores = await listPanelScores(context.store, now, { assessment, judge: judge ?? undefined });
  const experts = isOffice ? await listAccounts(context.store) : [];
  const accounts = new Map(
    experts.filter(({ grants }) => grants.some(({ role }) => role === "expert")).map(({ id, name }) => [id, name]),
  );
  const names = makeGlossary({ scheme: opened.scheme.body, registry: opened.registry, language });
  return criteria.map((criterion) =>
    panelView(criterion, { opened, names, language, panels, scores, accounts, judge }),
  );
}

/** The panels that an expert is asked for, or those that the office runs, over all assessments. */
export async function listPanelViews(
  context: Context,
  asker: Asker,
  { query, language }: { query: { cursor?: string | undefined; limit: number }; language: Language },
): Promise<z.infer<typeof PanelList>> {
  const isOffice = may(asker.actor, "panel.manage");
  const standing = await listPanels(context.store, now);
  const asked = new Set(
    isOffice
      ? (await listEvaluations(context.store, now)).map(({ assessment }) => assessment)
      : standing.filter(({ judges }) => judges.includes(asker.actor.account)).map(({ assessment }) => assessment),
  );
  const views = await Promise.all(
    [...asked].toSorted().map((assessment) => panelsOf(context, asker, { assessment, language })),
  );
  return pageOf(views.flat(), ({ assessment, criterion }) => `${assessment} ${criterion.code}`, query);
}
