import { area } from "./en/area.ts";
import { code } from "./en/code.ts";
import { indicator } from "./en/indicator.ts";
import { page } from "./en/page.ts";
import { source } from "./en/source.ts";
import { summary } from "./en/summary.ts";
import { target } from "./en/target.ts";
import { task } from "./en/task.ts";
import type { Wording } from "./wording.ts";

export const en: Wording = { area, code, indicator, page, source, summary, target, task };
