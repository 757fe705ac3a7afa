import { z } from "@hono/zod-openapi";
import { accountRoles, Grant } from "@yuanbiao/core/access";
import { isDay } from "@yuanbiao/core/day";
import { usernamePattern } from "../account-row.ts";
import { listOf } from "../shape.ts";

export const Username = z.string().regex(usernamePattern, "malformed-username");
const name = z.string().trim().min(1, "empty-text").max(100, "text-too-long");
const text = z.string().trim().max(200, "text-too-long").nullable();
const day = z.string().refine(isDay, "malformed-day").nullable();

export const NewAccountBody = z
  .strictObject({
    account: Username.openapi({ description: "the user name: small letters, digits, dots, hyphens" }),
    name,
    office: text.optional(),
    phone: text.optional(),
    expiresOn: day.optional().openapi({ description: "the last day on which it may be used" }),
    singleSignOn: z.boolean().optional(),
  })
  .openapi("NewAccount");
export type NewAccountBody = z.infer<typeof NewAccountBody>;

export const AccountChangeBody = z
  .strictObject({
    name: name.optional(),
    office: text.optional(),
    phone: text.optional(),
    expiresOn: day.optional(),
    singleSignOn: z.boolean().optional(),
    disabled: z.boolean().optional(),
  })
  .openapi("AccountChange");
export type AccountChangeBody = z.infer<typeof AccountChangeBody>;

export const GrantsBody = z.strictObject({ grants: z.array(Grant).max(10, "too-many") }).openapi("Grants");

const GrantView = z.object({
  role: z.enum(accountRoles),
  areas: z.array(z.string()),
  department: z.string().nullable(),
});

export const AccountView = z
  .object({
    account: z.string(),
    name: z.string(),
    office: z.string().nullable(),
    phone: z.string().nullable(),
    grants: z.array(GrantView),
    disabled: z.boolean(),
    expiresOn: z.string().nullable(),
    mustChangePassword: z.boolean(),
    lockedUntil: z.string().nullable(),
    lastSignInAt: z.string().nullable(),
    secondFactor: z.boolean(),
    singleSignOn: z.boolean(),
    createdAt: z.string(),
    createdBy: z.string(),
    version: z.int(),
  })
  .openapi("Account");
export type AccountView = z.infer<typeof AccountView>;

export const AccountList = listOf(AccountView, "Account");
/** The first password is shown once, and must be changed at the first sign-in. */
export const FirstPassword = z.object({ account: AccountView, firstPassword: z.string() }).openapi("FirstPassword");
