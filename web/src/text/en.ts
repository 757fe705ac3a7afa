import { account } from "./en/account.ts";
import { area } from "./en/area.ts";
import { audit } from "./en/audit.ts";
import { auth } from "./en/auth.ts";
import { bridge } from "./en/bridge.ts";
import { check } from "./en/check.ts";
import { code } from "./en/code.ts";
import { decision } from "./en/decision.ts";
import { document } from "./en/document.ts";
import { evaluation } from "./en/evaluation.ts";
import { indicator } from "./en/indicator.ts";
import { key } from "./en/key.ts";
import { letter } from "./en/letter.ts";
import { objection } from "./en/objection.ts";
import { operation } from "./en/operation.ts";
import { page } from "./en/page.ts";
import { panel } from "./en/panel.ts";
import { policy } from "./en/policy.ts";
import { report } from "./en/report.ts";
import { review } from "./en/review.ts";
import { role } from "./en/role.ts";
import { round } from "./en/round.ts";
import { scheme } from "./en/scheme.ts";
import { schemeForm } from "./en/scheme-form.ts";
import { schemeRule } from "./en/scheme-rule.ts";
import { source } from "./en/source.ts";
import { summary } from "./en/summary.ts";
import { target } from "./en/target.ts";
import { task } from "./en/task.ts";
import type { Wording } from "./wording.ts";

export const en: Wording = {
  account,
  area,
  audit,
  auth,
  bridge,
  check,
  code,
  decision,
  document,
  evaluation,
  indicator,
  key,
  letter,
  objection,
  operation,
  page,
  panel,
  policy,
  report,
  review,
  role,
  round,
  scheme,
  schemeForm,
  schemeRule,
  source,
  summary,
  target,
  task,
};
