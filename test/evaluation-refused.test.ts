import { loadShippedSchemes } from "@yuanbiao/seeds/shipped-schemes";
import { ResultsView } from "@yuanbiao/server/evaluation/result-shape";
import { EvaluationView } from "@yuanbiao/server/evaluation/shape";
import { SchemeView } from "@yuanbiao/server/scheme/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { match } from "./support/assessing.ts";
import { good, refusal } from "./support/reporting.ts";
import { type Served, type SignedIn, serve } from "./support/served.ts";

let served: Served;
let assessor: SignedIn;
beforeAll(async () => {
  served = await serve();
  await loadShippedSchemes(served.store);
  assessor = await served.as("assessor");
});
afterAll(() => served.close());

const at = "/api/evaluations/liuzhou-2018";
const members = [
  { area: "liuzhou-zone", type: "zone" },
  { area: "liuzhou-hitech", type: "park" },
];

describe("the sample scheme on the real figures of Liuzhou", () => {
  it("is tried and refused with every reason at once, each in words, and nobody gets a point", async () => {
    const draft = {
      code: "lz-2018",
      from: "liuzhou-zone-2018",
      name: "2018年试行方案",
      evaluationYear: 2018,
      dataYear: 2017,
    };
    await good(SchemeView, assessor.send("POST", "/api/schemes", draft));
    const body = { id: "liuzhou-2018", name: "2018年度考核", city: "liuzhou", scheme: "lz-2018", members };
    await good(EvaluationView, assessor.send("POST", "/api/evaluations", body));
    const { refusals, items, unverified, sealed } = ResultsView.parse(await assessor.read(`${at}/results`));
    expect([items, sealed]).toEqual([[], false]);
    const codes = new Set(refusals.map(({ code }) => code));
    for (const code of ["pool-of-one", "figure-provisional", "caliber-mismatch", "target-not-due", "panel-missing"]) {
      expect([...codes], code).toContain(code);
    }
    expect(unverified.length).toBeGreaterThan(20);
    for (const { detail } of refusals) expect(detail).toMatch(/^.{8,}[。]$/s);
    const due = refusals.find(({ code }) => code === "target-not-due");
    expect(due?.detail).toMatch(/2020/);
    const english = ResultsView.parse(await assessor.read(`${at}/results`, { "accept-language": "en" }));
    expect(english.refusals.map(({ code }) => code)).toEqual(refusals.map(({ code }) => code));
    for (const { detail } of english.refusals) expect(detail).not.toMatch(/\p{Script=Han}{2}.*[。]/u);
  });
  it("is put on no paper", async () => {
    for (const paper of ["report.docx", "ranking.xlsx", "areas/liuzhou-hitech/statement.docx"]) {
      expect((await refusal(assessor.ask(`${at}/${paper}`))).problem.code, paper).toBe("no-result");
    }
  });
  it("a text with a zero byte, which not every engine stores, is refused before anything is done", async () => {
    const body = { id: "zero", name: "a\u0000b", city: "liuzhou", scheme: "lz-2018", members };
    expect((await refusal(assessor.send("POST", "/api/evaluations", body))).problem.code).toBe("zero-byte");
    expect((await assessor.ask("/api/evaluations/zero")).status).toBe(404);
  });
  it("is not sealed: what is 待核 and that the scheme is a draft are said beside", async () => {
    let run = EvaluationView.parse(await assessor.read(at));
    const stage = assessor.send("POST", `${at}/stage`, { stage: "feedback" }, match(run.version));
    run = await good(EvaluationView, stage);
    const { status, problem } = await refusal(assessor.send("POST", `${at}/seal`, {}, match(run.version)));
    expect([status, problem.code]).toEqual([422, "run-refused"]);
    const codes = (problem.errors ?? []).map(({ code }) => code);
    expect(codes.slice(0, 1)).toEqual(["scheme-not-published"]);
    expect(codes).toContain("unverified");
    expect(codes).toContain("pool-of-one");
    expect(EvaluationView.parse(await assessor.read(at)).seal).toBeNull();
  });
});
