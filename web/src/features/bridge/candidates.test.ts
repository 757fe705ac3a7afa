import { expect, it } from "vitest";
import { candidatesOf } from "./candidates.ts";

const ref = (code: string) => ({ code, name: code });
const figure = (indicator: string, caliber: string) => ({
  ...{ indicator: ref(indicator), area: ref("city"), caliber: ref(caliber) },
});
const target = { id: "T1", name: "目标", ...figure("share", "whole") };
const candidates = (figures: ReturnType<typeof figure>[], bridges: ReturnType<typeof figure>[] = []) =>
  candidatesOf(target, figures, bridges).map(({ key }) => key);

it("offers each indicator and caliber once, those of the target's indicator first", () => {
  const figures = [figure("jobs", "all"), figure("share", "rules"), figure("share", "rules"), figure("share", "whole")];
  expect(candidates(figures)).toEqual(["share city rules", "jobs city all"]);
});
it("leaves out what is joined already", () => {
  expect(candidates([figure("share", "rules")], [figure("share", "rules")])).toEqual([]);
});
