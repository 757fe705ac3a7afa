import { code } from "./zh/code.ts";
import { page } from "./zh/page.ts";
import { source } from "./zh/source.ts";
import { summary } from "./zh/summary.ts";

export const zh = { page, code, summary, source } as const;
