import { z } from "zod";
import { Code } from "./code.ts";
import { figureClasses } from "./observation.ts";

/**
 * 填报员, 园区审核员, 核定员, 领导小组办公室, 考核办, 评审专家, 领导, 系统管理员, 安全管理员, 审计管理员 (design section 8).
 */
export const accountRoles = [
  "clerk",
  "approver",
  "verifier",
  "coordinator",
  "assessor",
  "expert",
  "leader",
  "admin",
  "security",
  "auditor",
] as const;
export type AccountRole = (typeof accountRoles)[number];

/** A role given to an account: for some areas (clerk, approver) or for the indicators of a department (verifier). */
export const Grant = z.strictObject({
  role: z.enum(accountRoles),
  areas: z.array(Code),
  department: Code.nullable(),
});
export type Grant = z.infer<typeof Grant>;

/** What a key may be used for: reading, or reading and filing reports. */
export const keyScopes = ["read", "report"] as const;
export type KeyScope = (typeof keyScopes)[number];

/** Who asks: an account with its grants, or a key of it, limited to the key's scope. */
export interface Actor {
  readonly account: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Null for a person who signed in. */
  readonly keyScope: KeyScope | null;
  /** The key by which it is asked, for the trail; null for a person. */
  readonly keyId: string | null;
}

export type FigureClass = (typeof figureClasses)[number];

/** How far a right reaches: everywhere, the grant's areas, or the indicators that the grant's department owns. */
type Reach = "all" | "areas" | "indicators";
type Holders = Partial<Readonly<Record<AccountRole, Reach>>>;

const parkRoles: readonly AccountRole[] = ["clerk", "approver"];
const administrators: readonly AccountRole[] = ["admin", "security", "auditor"];
const everyone: Holders = Object.fromEntries(accountRoles.map((role) => [role, "all"]));
const workers: Holders = Object.fromEntries(
  accountRoles.filter((role) => !administrators.includes(role)).map((role) => [role, "all"]),
);
const park: Holders = { clerk: "areas", approver: "areas" };
const office: Holders = { coordinator: "all" };
const readers: Holders = { coordinator: "all", assessor: "all", leader: "all" };

/**
 * Who may do what: the one table that routes and buttons ask. A right that is not here does not exist, and a role that
 * is not listed does not have it.
 */
export const rights = {
  /** One's own session, password and second factor. */
  "session.own": everyone,
  "tracking.read": everyone,
  /** 试算: computes with what is sent, and reads and stores nothing. */
  "scoring.preview": everyone,
  "round.read": { ...park, ...readers, verifier: "all" },
  "round.manage": office,
  "report.read": { ...park, ...readers, verifier: "indicators" },
  "report.edit": { clerk: "areas" },
  "report.submit": { clerk: "areas" },
  "report.approve": { approver: "areas" },
  /** The approver returns to the clerk, the office to the park. */
  "report.return": { approver: "areas", coordinator: "all" },
  "report.accept": office,
  "report.comment": { ...park, ...office, verifier: "indicators" },
  /** 延期, 更正申请 */
  "report.request": park,
  "report.grant": office,
  "line.verify": { verifier: "indicators" },
  "line.adopt": office,
  "evidence.read": { ...park, ...readers, verifier: "indicators" },
  "evidence.add": { ...park, ...office, verifier: "indicators" },
  /** What a judgement of a target rests on: the office's and the responsible department's to give. */
  "target.evidence": { ...office, verifier: "indicators" },
  "check.read": { ...readers, clerk: "all", approver: "all", verifier: "all" },
  "check.manage": office,
  "target.manage": office,
  "bridge.manage": office,
  /** A park and a department read what is asked of them. */
  "letter.read": { ...park, ...readers, verifier: "indicators" },
  "letter.send": office,
  "scheme.read": workers,
  "scheme.manage": { assessor: "all" },
  /** What of a result is shown is decided by the scheme's levels (result-sight.ts). */
  "evaluation.read": workers,
  /** Every result at every stage, trials and what-if runs included. */
  "evaluation.survey": { assessor: "all", leader: "all" },
  "evaluation.manage": { assessor: "all" },
  /** 自评, 反馈核对 */
  "evaluation.file": park,
  /** 部门核定 */
  "evaluation.sign": { verifier: "indicators" },
  "panel.manage": { assessor: "all" },
  /** Of the criteria that the expert is asked to judge. */
  "panel.score": { expert: "all" },
  "objection.make": park,
  "objection.answer": { assessor: "all" },
  "account.read": { admin: "all", security: "all" },
  "account.manage": { admin: "all" },
  /** The administrator only until there is a security administrator. */
  "grant.manage": { security: "all", admin: "all" },
  /** One's own keys: whoever may do something with one. An administrator's account has none. */
  "key.own": workers,
  /** Sees and ends everybody's keys; nobody makes one for somebody else. */
  "key.manage": { admin: "all", security: "all" },
  "policy.read": { admin: "all", security: "all", auditor: "all" },
  "policy.manage": { security: "all" },
  "audit.read": { auditor: "all" },
  /** How the system itself is: version, sizes, backups, jobs. */
  "operation.read": { admin: "all", auditor: "all" },
} as const satisfies Record<string, Holders>;
export type Right = keyof typeof rights;

const table: Readonly<Record<Right, Holders>> = rights;
export const rightNames = Object.keys(rights).filter((name): name is Right => Object.hasOwn(rights, name));

/** What a right is asked about; the department is the one that owns the indicator. Nothing given asks whether at all. */
export interface Subject {
  readonly area?: string | undefined;
  readonly department?: string | null | undefined;
}

const keyRights: Readonly<Record<KeyScope, (right: Right) => boolean>> = {
  read: (right) => right.endsWith(".read"),
  report: (right) => right.endsWith(".read") || ["report.edit", "report.submit", "evidence.add"].includes(right),
};

/** Whether an actor has a right, over the subject where one is given: denied unless a grant says otherwise. */
export function may(actor: Actor | null, right: Right, subject: Subject = {}): boolean {
  if (actor === null || (actor.keyScope !== null && !keyRights[actor.keyScope](right))) return false;
  return actor.grants.some((grant) => reaches(grant, table[right][grant.role], subject));
}

function reaches(grant: Grant, reach: Reach | undefined, { area, department }: Subject): boolean {
  if (reach === undefined) return false;
  if (reach === "areas" && area !== undefined) return grant.areas.includes(area);
  if (reach === "indicators" && department !== undefined) {
    return grant.department !== null && grant.department === department;
  }
  return true;
}

/** Whether an actor works for a park: files or approves for it. Areas of another role would mean nothing. */
export function isOfPark(actor: Actor, area: string): boolean {
  return actor.grants.some(({ role, areas }) => parkRoles.includes(role) && areas.includes(area));
}

/** The areas that a right is limited to; null where it reaches all areas (or is limited otherwise). */
export function areasOf(actor: Actor, right: Right): readonly string[] | null {
  const reaching = actor.grants.flatMap((grant) => {
    const reach = table[right][grant.role];
    return reach === undefined ? [] : [{ reach, areas: grant.areas }];
  });
  if (reaching.some(({ reach }) => reach !== "areas")) return null;
  return [...new Set(reaching.flatMap(({ areas }) => areas))].sort();
}

/** The departments whose indicators a right is limited to; null where it is not limited by department. */
export function departmentsOf(actor: Actor, right: Right): readonly string[] | null {
  const reaching = actor.grants.filter((grant) => table[right][grant.role] !== undefined);
  if (reaching.some((grant) => table[right][grant.role] !== "indicators")) return null;
  return [...new Set(reaching.flatMap(({ department }) => (department === null ? [] : [department])))].sort();
}

const highest: Readonly<Record<AccountRole, FigureClass>> = {
  clerk: "public",
  approver: "public",
  verifier: "internal",
  coordinator: "restricted",
  assessor: "internal",
  expert: "public",
  leader: "internal",
  admin: "public",
  security: "public",
  auditor: "public",
};

/** The highest class of figures that an actor reads among the tracked ones; leaders read all but restricted. */
export function clearanceOf(actor: Actor | null): FigureClass {
  const classes = (actor?.grants ?? []).map(({ role }) => figureClasses.indexOf(highest[role]));
  return figureClasses[Math.max(0, ...classes)] ?? "public";
}

/**
 * Whether two roles may not be one person's: an administrator has no other role; who files does not approve, review,
 * verify or score (提交人不复核, 复核人不计分); departments verify and do not adopt.
 */
export function excludeEachOther(a: AccountRole, b: AccountRole): boolean {
  if (a === b) return false;
  if (administrators.includes(a) || administrators.includes(b)) return true;
  if (parkRoles.includes(a) || parkRoles.includes(b)) return a !== "leader" && b !== "leader";
  const apart: readonly (readonly AccountRole[])[] = [
    ["coordinator", "assessor", "expert"],
    ["verifier", "coordinator"],
    ["verifier", "assessor"],
  ];
  return apart.some((set) => set.includes(a) && set.includes(b));
}

/** What stands against some grants together: excluded pairs, a park role without an area, a verifier without department. */
export function grantFaults(grants: readonly Grant[]): { code: string; roles: AccountRole[] }[] {
  const pairs = grants.flatMap((a, at) =>
    grants.slice(at + 1).flatMap((b) => {
      if (a.role === b.role) return [{ code: "role-twice", roles: [a.role] }];
      return excludeEachOther(a.role, b.role) ? [{ code: "roles-exclude", roles: [a.role, b.role] }] : [];
    }),
  );
  const bare = grants.flatMap(({ role, areas, department }) => {
    if (parkRoles.includes(role) && areas.length === 0) return [{ code: "area-needed", roles: [role] }];
    if (!parkRoles.includes(role) && areas.length > 0) return [{ code: "area-not-taken", roles: [role] }];
    return role === "verifier" && department === null ? [{ code: "department-needed", roles: [role] }] : [];
  });
  return [...pairs, ...bare];
}
