import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findingCodes } from "@yuanbiao/core/check";
import { checkFaultReasons } from "@yuanbiao/core/check-validate";
import { stageRefusalCodes } from "@yuanbiao/core/evaluation-stage";
import { filingRefusalCodes } from "@yuanbiao/core/filing";
import { objectionRefusalCodes } from "@yuanbiao/core/objection";
import { supposeFaultCodes } from "@yuanbiao/core/suppose-place";
import { languages } from "@yuanbiao/server/language";
import { problemText } from "@yuanbiao/server/text/problems";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const sources = ["core/src", "server/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !/(^|\/)(text|workbook)\//.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(root, folder, name), "utf8") })),
);

/** The ways in which code says a code: thrown, as a field's fault, or as what a schema finds wrong. */
const said = [
  /new Refusal\(\s*\d+,\s*"([a-z-]+)"/g,
  /\bcode: "([a-z]+(?:-[a-z]+)+)"/g,
  /\b(?:fault|at|taken)\((?:[^()"]*|"[^"]*", )?"([a-z]+(?:-[a-z]+)+)"\)/g,
  /\.(?:regex|min|max|refine)\([^"\n]*"([a-z]+(?:-[a-z]+)+)"\)/g,
  /error: "([a-z-]+)"/g,
];

/** Codes that refuse no request: why something is not known or not computed; those of runs have a test of their own. */
const noRefusals = new Set([
  ...["core/src/check-line.ts", "core/src/check-relation.ts", "core/src/progress.ts"],
  ...["core/src/standings.ts", "core/src/evaluate-group.ts", "server/src/demo/settle.ts"],
]);

test("every code that a request can be refused with has words of its own, in both languages", () => {
  const found = sources
    .filter(({ name }) => !noRefusals.has(name))
    .flatMap(({ name, text }) =>
      said.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = ""]) => ({ name, code }))),
    );
  expect(found.length).toBeGreaterThan(150);
  const codes = [
    ...[...filingRefusalCodes, ...findingCodes, ...checkFaultReasons],
    ...[...stageRefusalCodes, ...objectionRefusalCodes, ...supposeFaultCodes],
  ].map((code) => ({ name: "core", code }));
  const wordless = [...found, ...codes].filter(({ code }) =>
    languages.some((language) => code !== "bad-parameter" && problemText(language, code) === problemText(language, "")),
  );
  expect(wordless).toEqual([]);
});
