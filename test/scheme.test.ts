import { writeSchemeFile } from "@yuanbiao/core/scheme-file";
import { settleScheme } from "@yuanbiao/server/demo/settle";
import { CheckedView, ComparisonView, SchemeList, SchemeView } from "@yuanbiao/server/scheme/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Hall, match, openHall, publishScheme, sample } from "./support/assessing.ts";
import { good, refusal } from "./support/reporting.ts";

let hall: Hall;
let broken = 0;
const ends = { fromInclusive: true, toInclusive: false };
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

const at = (code: string): string => `/api/schemes/${code}`;
const draft = { code: "yunxi-draft", from: sample, name: "草案", evaluationYear: 2018, dataYear: 2017 };

async function makeDraft(code: string): Promise<SchemeView> {
  return good(SchemeView, hall.people.assessor.send("POST", "/api/schemes", { ...draft, code }));
}

describe("schemes", () => {
  it("are shipped as samples of which nobody changes a word", async () => {
    const { items } = SchemeList.parse(await hall.people.clerk.read("/api/schemes"));
    expect(items.map(({ code, state }) => [code, state])).toEqual([
      ["liuzhou-zone-2018", "shipped"],
      ["national-zones-2021", "shipped"],
      ["target-and-effect", "shipped"],
    ]);
    const { scheme, version } = SchemeView.parse(await hall.people.assessor.read(at(sample)));
    const sent = hall.people.assessor.send("PUT", at(sample), { scheme: settleScheme(scheme) }, match(version));
    expect((await refusal(sent)).problem.code).toBe("scheme-not-draft");
  });

  it("are drafted by the assessment office alone, and a draft is not there for a park", async () => {
    expect((await hall.people.clerk.send("POST", "/api/schemes", draft)).status).toBe(403);
    await makeDraft("yunxi-draft");
    expect((await hall.people.clerk.ask(at("yunxi-draft"))).status).toBe(404);
    expect((await hall.people.leader.ask(at("yunxi-draft"))).status).toBe(200);
    expect((await refusal(hall.people.assessor.send("POST", "/api/schemes", draft))).problem.code).toBe(
      "scheme-exists",
    );
  });

  it.each([
    [
      "weights that do not add up",
      "groups",
      (scheme: SchemeView["scheme"]) => ({
        ...scheme,
        groups: scheme.groups.map((group, index) => (index === 0 ? { ...group, weight: "30" } : group)),
      }),
    ],
    [
      "tiers with a gap",
      "groups[0].criteria[0].scorer.tiers",
      (scheme: SchemeView["scheme"]) =>
        withScorer(scheme, {
          type: "tiers" as const,
          tiers: [
            { ...ends, from: "50", points: "10" },
            { ...ends, to: "40", points: "0" },
          ],
        }),
    ],
    [
      "tiers that overlap",
      "groups[0].criteria[0].scorer.tiers",
      (scheme: SchemeView["scheme"]) =>
        withScorer(scheme, {
          type: "tiers" as const,
          tiers: [
            { ...ends, from: "40", points: "10" },
            { ...ends, to: "50", points: "0" },
          ],
        }),
    ],
    [
      "a criterion without a caliber",
      "groups[0].criteria[0].caliber",
      (scheme: SchemeView["scheme"]) => ({
        ...scheme,
        groups: scheme.groups.map((group, index) =>
          index === 0
            ? {
                ...group,
                criteria: group.criteria.map((own, under) => (under === 0 ? { ...own, caliber: null } : own)),
              }
            : group,
        ),
      }),
    ],
    [
      "a veto on an aspirational or unbinding target",
      "vetoes[0].when",
      (scheme: SchemeView["scheme"]) => ({
        ...scheme,
        vetoes: [
          {
            ...{ code: "missed", name: "未达约束性目标", nameEn: null },
            when: { kind: "target-missed" as const, criterion: "national-hitech-firms" },
            effect: { kind: "ineligible" as const },
          },
        ],
      }),
    ],
  ] as const)("with %s are refused at their place, when checked and when saved", async (_, place, breakIt) => {
    broken += 1;
    const code = `broken-${broken}`;
    const { scheme, version } = await makeDraft(code);
    const spoilt = breakIt({ ...settleScheme(scheme), name: "草案" });
    const { assessor } = hall.people;
    const checked = await good(CheckedView, assessor.send("POST", "/api/schemes/check", { scheme: spoilt }));
    expect(checked.faults.map(({ path }) => path).some((path) => path.startsWith(place.replace(/\.tiers$/, "")))).toBe(
      true,
    );
    const { status, problem } = await refusal(assessor.send("PUT", at(code), { scheme: spoilt }, match(version)));
    expect([status, problem.code]).toEqual([422, "scheme-not-acceptable"]);
    expect(problem.errors?.map(({ field }) => field)).toEqual(checked.faults.map(({ path }) => path));
    expect(problem.errors?.map(({ detail }) => detail)).toEqual(checked.faults.map(({ detail }) => detail));
    const after = SchemeView.parse(await assessor.read(at(code)));
    expect([after.version, after.scheme]).toEqual([version, scheme]);
  });

  it("are published once nothing is 待核, and never change afterwards", async () => {
    const { assessor } = hall.people;
    const { version } = await makeDraft("unsettled");
    const early = await refusal(assessor.send("POST", `${at("unsettled")}/publish`, {}, match(version)));
    expect(early.problem.code).toMatch(/scheme-(unverified|not-acceptable)/);
    expect(early.problem.errors?.length).toBeGreaterThan(1);
    const published = await publishScheme(hall, "settled");
    expect([published.state, published.unverified, published.faults]).toEqual(["published", 0, []]);
    const sent = assessor.send("PUT", at("settled"), { scheme: published.scheme }, match(published.version));
    expect((await refusal(sent)).problem.code).toBe("scheme-not-draft");
    expect((await hall.people.clerk.ask(at("settled"))).status).toBe(200);
  });

  it("are compared with last year's place by place, in words", async () => {
    const { differences } = ComparisonView.parse(
      await hall.people.assessor.read(`${at("settled")}/comparison?with=${sample}`),
    );
    const weight = differences.find(({ path }) => path === "groups[firms].criteria[national-hitech-firms].weight");
    expect(weight).toMatchObject({ kind: "changed", before: "1", after: "2" });
    expect(weight?.place).toBe("“企业自主创新”“国家级高新技术企业数”：权重");
    expect(differences.filter(({ place }) => !/\p{Script=Han}/u.test(place) || /[a-z]{3}/.test(place))).toEqual([]);
  });

  it("go out as one readable file and come in again without loss; a file that is none says where", async () => {
    const { assessor } = hall.people;
    const text = await (await assessor.ask(`${at("settled")}/scheme.json`)).text();
    const { scheme } = SchemeView.parse(await assessor.read(at("settled")));
    expect(text).toBe(writeSchemeFile(scheme));
    const again = await good(SchemeView, assessor.send("POST", "/api/schemes/import", { text, code: "again" }));
    expect({ ...again.scheme, code: "settled" }).toEqual(scheme);
    const spoilt = text.replace('"weight": "2"', '"weight": "two"').replace('"dataYear": 2017', '"dataYear": "2017"');
    const { problem } = await refusal(assessor.send("POST", "/api/schemes/import", { text: spoilt, code: "spoilt" }));
    expect(problem.errors?.map(({ field }) => field).toSorted()).toEqual(["dataYear", "groups[4].criteria[0].weight"]);
    expect((await refusal(assessor.send("POST", "/api/schemes/import", { text: "no file" }))).problem.code).toBe(
      "malformed-json",
    );
    expect((await assessor.ask(at("spoilt"))).status).toBe(404);
  });
});

type Scorer = SchemeView["scheme"]["groups"][number]["criteria"][number]["scorer"];
function withScorer(scheme: SchemeView["scheme"], scorer: Scorer): SchemeView["scheme"] {
  const inputs = { value: { from: "figure", take: "value", yearsBack: 0, of: null } } as const;
  return {
    ...scheme,
    groups: scheme.groups.map((group, at) =>
      at === 0
        ? { ...group, criteria: group.criteria.map((own, under) => (under === 0 ? { ...own, scorer, inputs } : own)) }
        : group,
    ),
  };
}
