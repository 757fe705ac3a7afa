import { describe, expect, it } from "vitest";
import {
  type AccountRole,
  type Actor,
  accountRoles,
  areasOf,
  clearanceOf,
  departmentsOf,
  excludeEachOther,
  grantFaults,
  isOfPark,
  may,
  type Right,
  rightNames,
} from "./access.ts";

const actor = (role: AccountRole, more: Partial<Actor> = {}): Actor => ({
  account: "a",
  name: "张三",
  grants: [
    {
      role,
      areas: role === "clerk" || role === "approver" ? ["east", "west"] : [],
      department: role === "verifier" ? "statistics" : null,
    },
  ],
  keyScope: null,
  keyId: null,
  ...more,
});

describe("who may do what", () => {
  const cases: readonly (readonly [AccountRole, Right, { area?: string; department?: string | null }, boolean])[] = [
    ["clerk", "report.edit", { area: "east" }, true],
    ["clerk", "report.edit", { area: "north" }, false],
    ["clerk", "report.approve", { area: "east" }, false],
    ["approver", "report.approve", { area: "west" }, true],
    ["approver", "report.edit", { area: "west" }, false],
    ["coordinator", "report.edit", { area: "east" }, false],
    ["coordinator", "report.return", { area: "east" }, true],
    ["coordinator", "report.accept", { area: "north" }, true],
    ["verifier", "line.verify", { department: "statistics" }, true],
    ["verifier", "line.verify", { department: "science" }, false],
    ["verifier", "line.verify", { department: null }, false],
    ["verifier", "line.adopt", {}, false],
    ["leader", "report.read", { area: "east" }, true],
    ["leader", "report.comment", { area: "east" }, false],
    ["assessor", "report.accept", {}, false],
    ["admin", "account.manage", {}, true],
    ["admin", "report.read", {}, false],
    ["security", "account.manage", {}, false],
    ["security", "policy.manage", {}, true],
    ["auditor", "audit.read", {}, true],
    ["auditor", "policy.manage", {}, false],
    ["leader", "audit.read", {}, false],
  ];
  it.each(cases)("%s, %s, %o: %s", (role, right, subject, expected) => {
    expect(may(actor(role), right, subject)).toBe(expected);
  });
  it("denies everything to nobody and to an account without a role", () => {
    for (const right of rightNames) {
      expect(may(null, right)).toBe(false);
      expect(may(actor("clerk", { grants: [] }), right)).toBe(false);
    }
  });
  it("lets every role read what is tracked, and no administrator touch a report", () => {
    for (const role of accountRoles) expect(may(actor(role), "tracking.read")).toBe(true);
    const ofReports = rightNames.filter((right) =>
      /^(report|line|round|evidence|check|target|bridge|letter)\./.test(right),
    );
    expect(ofReports.length).toBeGreaterThan(15);
    for (const right of ofReports) {
      for (const role of ["admin", "security", "auditor"] as const) expect(may(actor(role), right)).toBe(false);
    }
  });
  it("limits a key to its scope", () => {
    const reading = actor("clerk", { keyScope: "read" });
    expect(may(reading, "report.read", { area: "east" })).toBe(true);
    expect(may(reading, "report.edit", { area: "east" })).toBe(false);
    const filing = actor("clerk", { keyScope: "report" });
    expect(may(filing, "report.edit", { area: "east" })).toBe(true);
    expect(may(filing, "session.own")).toBe(false);
    expect(may(actor("admin", { keyScope: "report" }), "account.manage")).toBe(false);
  });
});

describe("how far", () => {
  it("a park is its clerk's and approver's, whatever areas stand at another role", () => {
    expect(isOfPark(actor("clerk"), "east")).toBe(true);
    expect(isOfPark(actor("clerk"), "north")).toBe(false);
    const leader = actor("leader", { grants: [{ role: "leader", areas: ["east"], department: null }] });
    expect(isOfPark(leader, "east")).toBe(false);
  });
  it("areas limit a clerk, not the office", () => {
    expect(areasOf(actor("clerk"), "report.read")).toEqual(["east", "west"]);
    expect(areasOf(actor("coordinator"), "report.read")).toBeNull();
    expect(areasOf(actor("expert"), "report.read")).toEqual([]);
  });
  it("the department limits a verifier", () => {
    expect(departmentsOf(actor("verifier"), "report.read")).toEqual(["statistics"]);
    expect(departmentsOf(actor("clerk"), "report.read")).toBeNull();
  });
  it("leaders read all but restricted figures, the public ones are for all", () => {
    expect(clearanceOf(actor("leader"))).toBe("internal");
    expect(clearanceOf(actor("clerk"))).toBe("public");
    expect(clearanceOf(actor("coordinator"))).toBe("restricted");
    expect(clearanceOf(null)).toBe("public");
  });
});

describe("roles that exclude each other", () => {
  it.each([
    ["admin", "security"],
    ["admin", "leader"],
    ["auditor", "clerk"],
    ["clerk", "approver"],
    ["clerk", "coordinator"],
    ["approver", "verifier"],
    ["coordinator", "assessor"],
    ["verifier", "coordinator"],
  ] as const)("%s and %s", (a, b) => {
    expect(excludeEachOther(a, b)).toBe(true);
    expect(excludeEachOther(b, a)).toBe(true);
  });
  it("a leader may coordinate", () => {
    expect(excludeEachOther("leader", "coordinator")).toBe(false);
  });
  it("and grants that lack what they need are named", () => {
    const grants = [
      { role: "clerk", areas: [], department: null },
      { role: "coordinator", areas: [], department: null },
    ] as const;
    expect(grantFaults(grants.map((grant) => ({ ...grant, areas: [...grant.areas] })))).toEqual([
      { code: "roles-exclude", roles: ["clerk", "coordinator"] },
      { code: "area-needed", roles: ["clerk"] },
    ]);
    expect(grantFaults([{ role: "verifier", areas: [], department: null }])).toEqual([
      { code: "department-needed", roles: ["verifier"] },
    ]);
    expect(grantFaults([{ role: "leader", areas: [], department: null }])).toEqual([]);
    expect(grantFaults([{ role: "leader", areas: ["east"], department: null }])).toEqual([
      { code: "area-not-taken", roles: ["leader"] },
    ]);
  });
});
