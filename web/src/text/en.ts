import { code } from "./en/code.ts";
import { page } from "./en/page.ts";
import { source } from "./en/source.ts";
import { summary } from "./en/summary.ts";
import type { Wording } from "./wording.ts";

export const en: Wording = { page, code, summary, source };
