import type { NumberFormat } from "@yuanbiao/core/cell";

/** What a number format makes of a number that is no date, and what it writes behind it: 0.00"万元" shows 万元. */
export interface ShownAs {
  readonly format: Exclude<NumberFormat, "date">;
  readonly unit: string;
}

const plain: ShownAs = { format: "general", unit: "" };

/** Reads a format's first section, which is the one for positive numbers; dates are known to the reader already. */
export function classifyFormat(code: string): ShownAs {
  const [section = ""] = code.replace(/_.|\*./g, "").split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const bare = section.replace(/"[^"]*"|[\\!]./g, "").replace(/\[[^\]]*\]/g, "");
  if (bare.includes("%")) return { format: "percent", unit: "" };
  if (/general|常规|@/i.test(bare)) return plain;
  if (/[0#?],+(?![0#?,])/.test(bare)) return { format: "scaled", unit: "" };
  const behind = section.slice(section.search(/[^0#?]*$/)).replace(/\[[^\]]*\]|["\\!]/g, "");
  return { format: "general", unit: behind.replace(/e\+|[.,()\s-]/gi, "") };
}

const known = new Map<string, ShownAs>();

/** The same, remembered: a workbook has many cells and few formats. */
export function shownAs(code: string | undefined): ShownAs {
  if (code === undefined) return plain;
  const found = known.get(code) ?? classifyFormat(code);
  if (known.size < 1000) known.set(code, found);
  return found;
}

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&quot;": '"', "&lt;": "<", "&gt;": ">" };

/**
 * Whether a workbook has a format that changes what a number means. Where it has none, styles are not read cell by cell,
 * which halves the time and the memory of a large file; 9 and 10 are Excel's own percent formats.
 */
export function hasTellingFormat(styles: string): boolean {
  if (/numFmtId=["'](?:9|10)["']/.test(styles)) return true;
  return [...styles.matchAll(/formatCode=(?:"([^"]*)"|'([^']*)')/g)].some(([, double, single]) => {
    const code = (double ?? single ?? "").replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
    const { format, unit } = classifyFormat(code);
    return format !== "general" || unit !== "";
  });
}
