import { allowsStep } from "@yuanbiao/core/filing";
import { exact, plain } from "@yuanbiao/core/quantity";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { recordRead } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { type VerificationRow, writeVerification } from "../paper/verification.ts";
import { openReportAt } from "../reporting.ts";
import { periodText } from "../text/period.ts";
import { markText } from "../text/place-text.ts";
import { signedText } from "../text/tracking-text.ts";
import { unitText } from "../text/unit-text.ts";
import { verificationText } from "../text/verification-text.ts";
import { loadSurroundings, reportView } from "./read.ts";
import type { LineView } from "./shape.ts";

type Line = z.infer<typeof LineView>;
type Stated = Pick<Line, "state" | "value">;

/** A figure, or in words why there is none; null where nothing is said yet. */
function statedText({ state, value }: Stated, language: Language): string | null {
  if (state === "value") return value;
  return state === "empty" ? null : verificationText(language).state[state];
}

function reasonOf({ verification, adopted }: Line, language: Language): string | null {
  const words = verificationText(language);
  const said = [
    ...(verification === null || verification.reason === null ? [] : [verification.reason]),
    ...(verification === null || verification.stands
      ? []
      : [words.verifiedBefore(statedText(verification, language) ?? "—")]),
    ...(adopted === null || adopted.stands ? [] : [words.adoptedBefore(adopted.value ?? "—")]),
  ];
  return said.length === 0 ? null : said.join("\n");
}

/** What was found on a figure before it was corrected is no finding on the corrected one. */
function rowOf(line: Line, language: Language): VerificationRow {
  const { indicator, value, verification, adopted } = line;
  const standing = verification?.stands === true ? verification : null;
  const found = standing?.value ?? null;
  return {
    indicator: indicator.name,
    unit: unitText(language, indicator.unit),
    reported: line.suppressed ? verificationText(language).withheld : statedText(line, language),
    verified: standing === null ? null : statedText(standing, language),
    adopted: adopted?.stands === true ? adopted.value : null,
    difference: value === null || found === null ? null : signedText(plain(exact(found).minus(value))),
    reason: reasonOf(line, language),
  };
}

/** 核定表 of a report that was taken over: reported, verified and adopted side by side, as far as the asker may see it. */
export async function verificationPaper(
  context: Context,
  asker: Asker,
  { id, asOf = null, language }: { id: string; asOf?: string | null | undefined; language: Language },
): Promise<{ name: string; bytes: Uint8Array }> {
  const opened = await openReportAt(context, asker, { id, right: "report.read", asOf });
  if (!allowsStep(opened.report, "verify")) throw new Refusal(409, "not-accepted");
  const surroundings = await loadSurroundings(context, asker, opened);
  const view = await reportView(context, asker, { opened, surroundings, language });
  const words = verificationText(language);
  const departments = view.lineItems.flatMap(({ department }) => (department === null ? [] : [department.name]));
  const period = periodText(language, view.period);
  const { area, version } = opened.report;
  await recordRead(context, asker, {
    ...{ area, action: "report-export", subject: id, after: { version, paper: "verification.docx" } },
  });
  const bytes = await writeVerification({
    ...{ language, area: view.area.name, period },
    department: [...new Set(departments)].join(words.list) || words.department,
    mark: markText(language, { isDemo: context.isDemo, isFinal: true, isSealed: true }),
    rows: view.lineItems.map((line) => rowOf(line, language)),
  });
  return { bytes, name: `${words.name} ${view.area.name} ${period}` };
}
