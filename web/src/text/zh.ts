import { area } from "./zh/area.ts";
import { code } from "./zh/code.ts";
import { indicator } from "./zh/indicator.ts";
import { page } from "./zh/page.ts";
import { source } from "./zh/source.ts";
import { summary } from "./zh/summary.ts";
import { target } from "./zh/target.ts";
import { task } from "./zh/task.ts";

export const zh = { area, code, indicator, page, source, summary, target, task } as const;
