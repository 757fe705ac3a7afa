import { sealPieces } from "@yuanbiao/core/evaluate-freeze";
import { writeSchemeFile } from "@yuanbiao/core/scheme-file";
import { canonicalJson } from "@yuanbiao/db/canonical";
import { listEvaluationSteps, listEvaluations, listObjections } from "@yuanbiao/db/queries/evaluation";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { type ArchiveEntry, archiveZip } from "../paper/archive.ts";
import { paperWords } from "../text/run-paper.ts";
import { areaRef } from "../wire/speech.ts";
import { noticePaper, statementPaper, type Told } from "./papers.ts";
import { rankingWorkbook } from "./workbook.ts";

const encoder = new TextEncoder();
const json = (name: string, value: unknown): ArchiveEntry => ({
  name,
  bytes: encoder.encode(`${canonicalJson(value)}\n`),
});

/**
 * The archive of a sealed run: the sealed text itself (its SHA-256 is the seal), the scheme, what was done, objections with
 * their answers, and the papers; with a manifest of hashes.
 */
export async function archiveRun(context: Context, told: Told): Promise<Uint8Array> {
  const { shown, computed } = told;
  const { evaluation, scheme, language, registry } = shown;
  const { seal, id } = evaluation;
  if (seal === null) throw new Refusal(409, "not-sealed");
  const { files } = paperWords(language);
  const sealed = [...(sealPieces(computed, seal) ?? [])].join("");
  const cut = { asOf: null };
  // Objections to an earlier run are why this one was made.
  const runs = await listEvaluations(context.store, cut, { cities: [evaluation.city], schemes: [scheme.code] });
  const own = runs.filter(({ assessment }) => assessment === evaluation.assessment).map((one) => one.id);
  const objections = await listObjections(context.store, cut, { evaluations: own });
  const statements: ArchiveEntry[] = [];
  for (const { area } of computed.areas) {
    const name = `${files.statement}/${area} ${areaRef({ registry, language }, area).name}.docx`;
    statements.push({ name, bytes: await statementPaper(context, told, area) });
  }
  return archiveZip([
    { name: "sealed.json", bytes: encoder.encode(sealed) },
    { name: "scheme.json", bytes: encoder.encode(writeSchemeFile(scheme.body)) },
    json("evaluation.json", evaluation),
    json("steps.json", await listEvaluationSteps(context.store, cut, id)),
    json("objections.json", objections),
    json("evidence.json", await listEvidence(context.store, cut, { objections: objections.map((one) => one.id) })),
    { name: `${files.notice}.docx`, bytes: await noticePaper(context, told) },
    { name: `${files.ranking}.xlsx`, bytes: await rankingWorkbook(context, told) },
    ...statements,
  ]);
}
