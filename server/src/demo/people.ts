import type { Grant } from "@yuanbiao/core/access";
import { commit } from "@yuanbiao/db/commit";
import { newAccount } from "../account-row.ts";
import type { Context } from "../context.ts";
import { credentialRow } from "../credentials.ts";
import { hashPassword } from "../hashing.ts";

/** Somebody of the demonstration: the account's name is what one signs in with. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly office: string;
  readonly grant: Grant;
}

/** At least one account a role, and those who file for the other parks. */
export function demoPeople(parks: readonly string[]): Person[] {
  const [first = "", second = "", ...others] = parks;
  const of = (role: Grant["role"], more: Partial<Grant> = {}): Grant => ({
    role,
    areas: [],
    department: null,
    ...more,
  });
  const own = { areas: [first, second] };
  return [
    { id: "clerk", name: "陈填报", office: "高新区、经开区管委会", grant: of("clerk", own) },
    { id: "approver", name: "林审核", office: "高新区、经开区管委会", grant: of("approver", own) },
    { id: "clerk2", name: "周填报", office: "其他园区", grant: of("clerk", { areas: others }) },
    { id: "approver2", name: "吴审核", office: "其他园区", grant: of("approver", { areas: others }) },
    { id: "verifier", name: "何核定", office: "市统计局", grant: of("verifier", { department: "yx-stat" }) },
    { id: "verifier2", name: "郑核定", office: "市科技局", grant: of("verifier", { department: "yx-sti" }) },
    { id: "verifier3", name: "冯核定", office: "市工信局", grant: of("verifier", { department: "yx-miit" }) },
    { id: "coordinator", name: "王统筹", office: "领导小组办公室", grant: of("coordinator") },
    { id: "assessor", name: "赵考核", office: "考核办", grant: of("assessor") },
    { id: "expert", name: "孙专家", office: "评审专家", grant: of("expert") },
    { id: "expert2", name: "钱专家", office: "评审专家", grant: of("expert") },
    { id: "expert3", name: "许专家", office: "评审专家", grant: of("expert") },
    { id: "leader", name: "李市长", office: "市政府", grant: of("leader") },
    { id: "admin", name: "系统管理员", office: "信息中心", grant: of("admin") },
    { id: "security", name: "安全管理员", office: "信息中心", grant: of("security") },
    { id: "auditor", name: "审计管理员", office: "审计处", grant: of("auditor") },
  ];
}

/** Stores the accounts of the demonstration, all with one password that the start prints. */
export async function storePeople(context: Context, people: readonly Person[], password: string): Promise<void> {
  const now = context.clock();
  const hash = await hashPassword(password);
  const accounts = people.map(({ id, name, office, grant }) => ({
    ...newAccount({ id, name, office, grants: [grant], createdBy: "system" }, now),
    ...{ passwordHistory: [hash], passwordChangedAt: now.toISOString() },
  }));
  const credentials = people.map(({ id }) => credentialRow(id, hash, now));
  const done = await commit(context.store, {
    actor: "system",
    statements: [
      { insert: "account", rows: accounts },
      { insert: "credential", rows: credentials },
    ],
    audit: [
      { area: "system", action: "account-create", subject: "demo", detail: { after: people.map(({ id }) => id) } },
    ],
  });
  if (!done.ok) throw new Error(`the accounts were not stored: ${done.code}`);
}
