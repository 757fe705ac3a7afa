import { expect, it } from "vitest";
import { draftAfter, draftBody } from "./next-draft.ts";

const last = { code: "LZ-2018", name: "2018年柳州考核方案（2017年数据）", evaluationYear: 2018, dataYear: 2017 };

it("last year's scheme is drafted for the year after, in its name as well", () => {
  expect(draftAfter({ ...last, state: "published" }, ["LZ-2018"])).toEqual({
    ...{ from: "LZ-2018", code: "LZ-2019", name: "2019年柳州考核方案（2018年数据）", nameEn: "" },
    ...{ evaluationYear: "2019", dataYear: "2018" },
  });
});

it("a sample is drafted for its own year, under a code that is free", () => {
  const form = draftAfter({ ...last, state: "shipped" }, ["LZ-2018"]);
  expect(form).toMatchObject({ code: "LZ-2018-2", name: last.name, evaluationYear: "2018", dataYear: "2017" });
});

it("sends what was typed without spaces around it, and no English name where none was typed", () => {
  const form = { ...draftAfter({ ...last, state: "published" }, []), code: " A ", nameEn: " " };
  expect(draftBody(form)).toMatchObject({ code: "A", nameEn: null, evaluationYear: 2019, dataYear: 2018 });
});
