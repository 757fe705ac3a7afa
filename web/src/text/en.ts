import { account } from "./en/account.ts";
import { area } from "./en/area.ts";
import { audit } from "./en/audit.ts";
import { auth } from "./en/auth.ts";
import { bridge } from "./en/bridge.ts";
import { check } from "./en/check.ts";
import { code } from "./en/code.ts";
import { decision } from "./en/decision.ts";
import { document } from "./en/document.ts";
import { indicator } from "./en/indicator.ts";
import { key } from "./en/key.ts";
import { letter } from "./en/letter.ts";
import { page } from "./en/page.ts";
import { policy } from "./en/policy.ts";
import { report } from "./en/report.ts";
import { review } from "./en/review.ts";
import { role } from "./en/role.ts";
import { round } from "./en/round.ts";
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
  indicator,
  key,
  letter,
  page,
  policy,
  report,
  review,
  role,
  round,
  source,
  summary,
  target,
  task,
};
