import { account } from "./zh/account.ts";
import { area } from "./zh/area.ts";
import { audit } from "./zh/audit.ts";
import { auth } from "./zh/auth.ts";
import { bridge } from "./zh/bridge.ts";
import { check } from "./zh/check.ts";
import { code } from "./zh/code.ts";
import { decision } from "./zh/decision.ts";
import { document } from "./zh/document.ts";
import { evaluation } from "./zh/evaluation.ts";
import { indicator } from "./zh/indicator.ts";
import { key } from "./zh/key.ts";
import { letter } from "./zh/letter.ts";
import { objection } from "./zh/objection.ts";
import { operation } from "./zh/operation.ts";
import { page } from "./zh/page.ts";
import { panel } from "./zh/panel.ts";
import { policy } from "./zh/policy.ts";
import { report } from "./zh/report.ts";
import { review } from "./zh/review.ts";
import { role } from "./zh/role.ts";
import { round } from "./zh/round.ts";
import { scheme } from "./zh/scheme.ts";
import { schemeForm } from "./zh/scheme-form.ts";
import { schemeRule } from "./zh/scheme-rule.ts";
import { source } from "./zh/source.ts";
import { summary } from "./zh/summary.ts";
import { target } from "./zh/target.ts";
import { task } from "./zh/task.ts";

export const zh = {
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
} as const;
