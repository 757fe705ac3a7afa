import { authAdapter } from "@yuanbiao/db/auth-adapter";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { genericOAuth, twoFactor, username } from "better-auth/plugins";
import type { OidcConfig } from "../config.ts";
import type { Door } from "../door.ts";
import { hashPassword, verifyPassword } from "../hashing.ts";

export const oidcProvider = "oidc";
export const authPath = "/api/auth";
/** Where the library keeps who is halfway through a sign-in with a second factor. */
export const secondStepCookie = "yuanbiao_second_step";
const stateCookie = "yuanbiao_state";

export interface LibrarySettings {
  readonly door: Door;
  readonly secret: string;
  readonly origin: string;
  readonly oidc: OidcConfig | null;
  /** Whether a subject of single sign-on may use this account; decides over every such sign-in. */
  readonly admitsSubject: (account: string, subject: string) => Promise<boolean>;
}

const strict = { sameSite: "strict", httpOnly: true, path: "/" } as const;

/** The parts of the sign-in library that are used, in the form in which they are called. */
export interface Library {
  signIn(body: { username: string; password: string }, headers: Headers): Promise<Response>;
  signOut(headers: Headers): Promise<Response>;
  enableSecondFactor(password: string, headers: Headers): Promise<Response>;
  disableSecondFactor(password: string, headers: Headers): Promise<Response>;
  verifyCode(code: string, headers: Headers): Promise<Response>;
  startSingleSignOn(next: string, headers: Headers): Promise<Response>;
  finishSingleSignOn(request: Request): Promise<Response>;
}

/** Sets the library up: its own limiter, sign-up, telemetry and session checks are off, as they are done here. */
export function makeLibrary(settings: LibrarySettings): Library {
  const auth = betterAuth(optionsOf(settings));
  const { api } = auth;
  return {
    signIn: (body, headers) => api.signInUsername({ body, headers, asResponse: true }),
    signOut: (headers) => api.signOut({ headers, asResponse: true }),
    enableSecondFactor: (password, headers) => api.enableTwoFactor({ body: { password }, headers, asResponse: true }),
    disableSecondFactor: (password, headers) => api.disableTwoFactor({ body: { password }, headers, asResponse: true }),
    verifyCode: (code, headers) => api.verifyTOTP({ body: { code }, headers, asResponse: true }),
    startSingleSignOn: (next, headers) =>
      api.signInSocial({
        body: { provider: oidcProvider, callbackURL: next, errorCallbackURL: "/sign-in", disableRedirect: true },
        headers,
        asResponse: true,
      }),
    finishSingleSignOn: (request) => auth.handler(request),
  };
}

function optionsOf(settings: LibrarySettings) {
  const { door, secret, origin, oidc } = settings;
  return {
    appName: "园标 Yuanbiao",
    baseURL: origin,
    basePath: authPath,
    secret,
    database: authAdapter,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
      minPasswordLength: 1,
      maxPasswordLength: 128,
    },
    session: { expiresIn: 86_400, disableSessionRefresh: true, freshAge: 0 },
    verification: { storeIdentifier: "hashed" as const },
    account: {
      storeStateStrategy: "cookie" as const,
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [oidcProvider] },
    },
    user: { validateUserInfo: (info: UserInfo) => admitSubject(settings, info) },
    onAPIError: { errorURL: "/sign-in" },
    advanced: {
      useSecureCookies: door.isSecure,
      cookiePrefix: "yuanbiao",
      database: { generateId: () => crypto.randomUUID() },
      cookies: {
        session_token: { name: "yuanbiao_session", attributes: strict },
        two_factor: { name: secondStepCookie, attributes: strict },
        oauth_state: { name: stateCookie },
      },
    },
    plugins: [
      username({ displayUsername: false, minUsernameLength: 1, maxUsernameLength: 64, usernameValidator: () => true }),
      twoFactor({
        issuer: "Yuanbiao",
        totpOptions: { digits: 6, period: 30 },
        accountLockout: { enabled: true, maxFailedAttempts: 5, durationSeconds: 900 },
      }),
      ...(oidc === null ? [] : [singleSignOn(oidc)]),
    ],
  };
}

interface UserInfo {
  readonly user: { readonly id?: string | undefined };
  readonly source: { readonly action: string; readonly oauth?: { readonly profile?: unknown } | undefined };
}

/** Only an account that the administrator has opened to single sign-on, and only to the subject that it is linked to. */
async function admitSubject({ admitsSubject }: LibrarySettings, { user, source }: UserInfo): Promise<void> {
  const subject = subjectOf(source.oauth?.profile);
  const isKnown = source.action === "sign-in" || source.action === "link-account";
  if (isKnown && user.id !== undefined && subject !== undefined && (await admitsSubject(user.id, subject))) return;
  throw new APIError("FORBIDDEN", { code: "not_linked", message: "not linked" });
}

function subjectOf(profile: unknown): string | undefined {
  if (typeof profile !== "object" || profile === null) return undefined;
  const subject: unknown = Reflect.get(profile, "sub");
  return typeof subject === "string" ? subject : undefined;
}

function singleSignOn({ issuer, clientId, clientSecret, usernameClaim }: OidcConfig) {
  return genericOAuth({
    config: [
      {
        providerId: oidcProvider,
        discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ["openid", "profile", "email"],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: true,
        // The library finds an account by what it calls the e-mail; ours are found by their user name.
        mapProfileToUser: (profile: Readonly<Record<string, unknown>>) => ({
          email: String(profile[usernameClaim] ?? "").toLowerCase(),
          emailVerified: true,
          name: String(profile["name"] ?? ""),
        }),
      },
    ],
  });
}
