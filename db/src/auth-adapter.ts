import { createHash } from "node:crypto";
import { type CleanedWhere, type CustomAdapter, createAdapterFactory } from "better-auth/adapters";
import { type AuthNoun, type AuthRow, type Condition, currentWork, type Operator } from "./auth-work.ts";
import { asRow } from "./kit.ts";

type Fields = Readonly<Record<string, unknown>>;

/** How a model of the sign-in library stands in a table of ours. */
interface Model {
  readonly noun: AuthNoun;
  /** Our fields by the library's names; what is not named is not stored. */
  readonly fields: Readonly<Record<string, string>>;
  /** What the library wants to see beside them. */
  shown(row: AuthRow): Fields;
  /** What a new row needs beside them. */
  added(data: Fields, now: string): Fields;
}

const instant = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);
const dateOf = (value: unknown): Date | null => (typeof value === "string" ? new Date(value) : null);
const hashOf = (token: unknown): string => createHash("sha256").update(String(token)).digest("hex");
const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value.slice(0, 200) : null;
const far = 3_600_000;

/** Whether a session is over is decided before the library is asked; to the library every one that is there is alive. */
const models: Readonly<Record<string, Model>> = {
  user: {
    noun: "account",
    fields: { id: "id", name: "name", username: "id", email: "id", twoFactorEnabled: "twoFactorEnabled" },
    shown: ({ createdAt }) => ({
      emailVerified: true,
      image: null,
      createdAt: dateOf(createdAt),
      updatedAt: dateOf(createdAt),
    }),
    added: () => {
      throw new Error("accounts are created by the administrator alone");
    },
  },
  session: {
    noun: "session",
    fields: { id: "id", userId: "account", ipAddress: "address", userAgent: "agent" },
    shown: ({ createdAt, lastSeenAt }) => ({
      expiresAt: new Date(Date.now() + far),
      createdAt: dateOf(createdAt),
      updatedAt: dateOf(lastSeenAt),
    }),
    added: ({ token, ipAddress, userAgent }, now) => ({
      id: hashOf(token),
      createdAt: now,
      lastSeenAt: now,
      address: textOf(ipAddress),
      agent: textOf(userAgent),
    }),
  },
  account: {
    noun: "credential",
    fields: { id: "id", userId: "account", providerId: "provider", accountId: "subject", password: "password" },
    shown: ({ createdAt, updatedAt }) => ({ createdAt: dateOf(createdAt), updatedAt: dateOf(updatedAt) }),
    added: ({ createdAt, updatedAt }) => ({
      password: null,
      createdAt: instant(createdAt),
      updatedAt: instant(updatedAt),
    }),
  },
  verification: {
    noun: "challenge",
    fields: { id: "id", identifier: "identifier", value: "value", expiresAt: "expiresAt" },
    shown: ({ expiresAt, createdAt, updatedAt }) => ({
      expiresAt: dateOf(expiresAt),
      createdAt: dateOf(createdAt),
      updatedAt: dateOf(updatedAt),
    }),
    added: ({ createdAt, updatedAt }) => ({ createdAt: instant(createdAt), updatedAt: instant(updatedAt) }),
  },
  twoFactor: {
    noun: "secondFactor",
    fields: {
      id: "id",
      userId: "account",
      secret: "secret",
      backupCodes: "backupCodes",
      verified: "verified",
      failedVerificationCount: "failures",
      lockedUntil: "lockedUntil",
    },
    shown: ({ lockedUntil }) => ({ lockedUntil: dateOf(lockedUntil) }),
    added: (_data, now) => ({ failures: 0, lockedUntil: null, usedCode: null, createdAt: now }),
  },
};

function modelOf(name: string): Model {
  const model = models[name];
  if (model === undefined) throw new Error(`the sign-in library asks for ${name}, which is not stored`);
  return model;
}

function rowOf({ fields }: Model, data: Fields): Fields {
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => {
      const field = fields[name];
      return field === undefined || value === undefined ? [] : [[field, instant(value)]];
    }),
  );
}

/** A row as the library sees it; a session's token is known to who asked by it. */
function recordOf(model: Model, row: AuthRow, token?: unknown): Record<string, unknown> {
  const own = Object.entries(model.fields).map(([name, field]) => [name, row[field]]);
  return { ...Object.fromEntries(own), ...model.shown(row), ...(token === undefined ? {} : { token }) };
}

const operators: readonly string[] = ["eq", "ne", "lt", "lte", "gt", "gte", "in"] satisfies Operator[];
const isOperator = (text: string): text is Operator => operators.includes(text);

function conditionOf({ noun, fields }: Model, where: CleanedWhere): Condition {
  const { field, operator = "eq", value, connector } = where;
  if (connector === "OR" || !isOperator(operator)) throw new Error(`${operator} ${connector} is not asked of ${noun}`);
  if (noun === "session" && field === "token") return { field: "id", operator, value: hashOf(value) };
  return { field: fields[field] ?? field, operator, value: instant(value) };
}

async function find(name: string, where: readonly CleanedWhere[]): Promise<{ row: AuthRow; record: Fields }[]> {
  const model = modelOf(name);
  const rows = await currentWork().find(
    model.noun,
    where.map((one) => conditionOf(model, one)),
  );
  const token = where.find(({ field }) => name === "session" && field === "token")?.value;
  return rows.map((row) => ({ row, record: recordOf(model, row, token ?? undefined) }));
}

async function change(name: string, where: readonly CleanedWhere[], edit: (row: AuthRow) => Fields): Promise<Fields[]> {
  const model = modelOf(name);
  const found = await find(name, where);
  return found.map(({ row, record }) => {
    const after: AuthRow = { ...row, ...edit(row), id: row.id };
    currentWork().put(model.noun, after);
    return recordOf(model, after, record["token"]);
  });
}

async function remove(name: string, where: readonly CleanedWhere[]): Promise<Fields[]> {
  const found = await find(name, where);
  for (const { row } of found) currentWork().remove(modelOf(name).noun, row.id);
  return found.map(({ record }) => record);
}

function incremented(model: Model, row: AuthRow, increment: Readonly<Record<string, number>>): Fields {
  return Object.fromEntries(
    Object.entries(increment).map(([name, step]) => {
      const field = model.fields[name] ?? name;
      return [field, Number(row[field] ?? 0) + step];
    }),
  );
}

const custom: CustomAdapter = {
  create: async ({ model: name, data }) => {
    const model = modelOf(name);
    const { now } = currentWork();
    const row: Fields = { ...rowOf(model, data), ...model.added(data, now.toISOString()) };
    const id = String(row["id"]);
    currentWork().put(model.noun, { ...row, id });
    return asRow({ ...data, id });
  },
  findOne: async ({ model, where }) => {
    const [first] = await find(model, where);
    return first === undefined ? null : asRow(first.record);
  },
  findMany: async ({ model, where = [], limit }) =>
    (await find(model, where)).slice(0, limit).map(({ record }) => asRow(record)),
  update: async ({ model, where, update }) => {
    const fields = rowOf(modelOf(model), Object.fromEntries(Object.entries(Object(update))));
    const [first] = await change(model, where, () => fields);
    return first === undefined ? null : asRow(first);
  },
  updateMany: async ({ model, where, update }) => {
    const fields = rowOf(modelOf(model), update);
    return (await change(model, where, () => fields)).length;
  },
  delete: async ({ model, where }) => {
    await remove(model, where);
  },
  deleteMany: async ({ model, where }) => (await remove(model, where)).length,
  consumeOne: async ({ model, where }) => {
    const [first] = await remove(model, where);
    return first === undefined ? null : asRow(first);
  },
  incrementOne: async ({ model, where, increment, set = {} }) => {
    const fields = rowOf(modelOf(model), set);
    const [first] = await change(model, where, (row) => ({
      ...incremented(modelOf(model), row, increment),
      ...fields,
    }));
    return first === undefined ? null : asRow(first);
  },
  count: async ({ model, where = [] }) => (await find(model, where)).length,
};

/** The sign-in library's way to our tables: it reads through the current work, and writes into it. */
export const authAdapter = createAdapterFactory({
  config: {
    adapterId: "yuanbiao",
    adapterName: "yuanbiao",
    supportsDates: true,
    supportsBooleans: true,
    transaction: false,
  },
  adapter: () => custom,
});
