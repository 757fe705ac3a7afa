import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PasswordFault, passwordFaultsOf } from "./password.ts";

describe("a password", () => {
  const cases: readonly (readonly [string, readonly PasswordFault[]])[] = [
    ["Vq7-mist-Garage", []],
    ["correct horse battery staple", []],
    ["柳州园区发展目标考核办公室年度使用", []],
    ["Gh7!kX2#pQ", []],
    ["Gh7!kX2#p", ["password-too-short"]],
    ["garagemistwool", ["password-too-plain"]],
    ["Zhang.San-778-Lorry", ["password-has-username"]],
    ["Password2024!", ["password-common"]],
    ["P@ssw0rd1234", ["password-common"]],
    ["Woaini1314!!", ["password-common"]],
    ["Admin888.2026", ["password-common"]],
    ["Qwertyuiop12", ["password-common"]],
    ["aaaaaaaaaaaaaaaaaaaa", ["password-common"]],
    ["12345678901234567890", ["password-common"]],
    ["5201314", ["password-too-short", "password-too-plain", "password-common"]],
    [`${"Vq7-mist-Garage".repeat(9)}`, ["password-too-long"]],
  ];
  it.each(cases)("%s: %o", (password, faults) => {
    expect(passwordFaultsOf(password, "zhang.san")).toEqual(faults);
  });
  it("may be asked to be longer", () => {
    expect(passwordFaultsOf("Gh7!kX2#pQ", "lisi", 12)).toEqual(["password-too-short"]);
  });
  it("is never better for having the user name in it, in whatever case", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(passwordFaultsOf(`${before}LiSi${after}`, "lisi")).toContain("password-has-username");
      }),
    );
  });
});
