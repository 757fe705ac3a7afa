import { z } from "@hono/zod-openapi";
import { Grant } from "@yuanbiao/core/access";
import { figureClasses } from "@yuanbiao/core/observation";
import { SecurityPolicy } from "@yuanbiao/core/security-policy";

const words = z.string().min(1, "empty-text").max(200, "text-too-long");

export const SignInBody = z.strictObject({ username: words, password: words }).openapi("SignIn");
export const LinkBody = z
  .strictObject({ token: words, password: words, username: words.optional() })
  .openapi("FirstLink");
export const PasswordChangeBody = z
  .strictObject({ currentPassword: words, newPassword: words })
  .openapi("PasswordChange");
export const PasswordBody = z.strictObject({ password: words }).openapi("PasswordAgain");
export const CodeBody = z.strictObject({ code: z.string().regex(/^\d{6}$/, "wrong-code") }).openapi("OneTimeCode");

/** What a sign-in led to: a session, or the question for the code of the second factor. */
export const SignedInView = z.object({ secondFactorNeeded: z.boolean() }).openapi("SignedIn");
export const Done = z.object({ done: z.literal(true) }).openapi("Done");
export const EnrolmentView = z
  .object({ uri: z.string().openapi({ description: "otpauth://… for the authenticator" }), secret: z.string() })
  .openapi("SecondFactorEnrolment");

/** Who is signed in; null where nobody is. */
export const SessionView = z
  .object({
    session: z
      .object({
        account: z.string(),
        name: z.string(),
        grants: z.array(Grant.extend({ areas: z.array(z.string()), department: z.string().nullable() })),
        clearance: z.enum(figureClasses).openapi({ description: "the highest class of figures that is shown" }),
        mustChangePassword: z.boolean(),
        secondFactor: z.boolean(),
        lastSignInAt: z.string().nullable(),
        policy: SecurityPolicy.pick({ idleMinutes: true, sessionHours: true, passwordLength: true }),
      })
      .nullable(),
    singleSignOn: z.boolean().openapi({ description: "whether single sign-on is set up" }),
  })
  .openapi("Session");
export type SessionView = z.infer<typeof SessionView>;
