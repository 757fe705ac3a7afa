import { z } from "@hono/zod-openapi";
import { SecurityPolicy } from "@yuanbiao/core/security-policy";
import { listOf } from "../shape.ts";

export const PolicyBody = z.strictObject(SecurityPolicy.shape).openapi("SecurityPolicy");
export const PolicyView = z
  .object({ ...SecurityPolicy.shape, version: z.int().openapi({ description: "0 until something was set" }) })
  .openapi("SecurityPolicySet");
export type PolicyView = z.infer<typeof PolicyView>;

/** A sign-in that failed; the account is null where the name was none. */
export const FailureView = z
  .object({
    recordedAt: z.string(),
    account: z.string().nullable(),
    address: z.string().nullable(),
    reason: z.string(),
  })
  .openapi("SignInFailure");
export const FailureList = listOf(FailureView, "SignInFailure");
