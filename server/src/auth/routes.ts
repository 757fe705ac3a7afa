import { createRoute, z } from "@hono/zod-openapi";
import { getPolicy } from "@yuanbiao/db/queries/account";
import type { Context as Request } from "hono";
import type { Context } from "../context.ts";
import { guard } from "../guard.ts";
import { makeRouter, readRoute, type Variables } from "../route.ts";
import { identityOf } from "../variables.ts";
import { noBody, writeRoute } from "../write-route.ts";
import { useLink } from "./link.ts";
import { changePassword } from "./password.ts";
import { confirmSecondFactor, disableSecondFactor, enableSecondFactor, verifySecondFactor } from "./second-factor.ts";
import type { Attempt } from "./settle.ts";
import * as shape from "./shape.ts";
import { signIn } from "./sign-in.ts";
import { signOut, signOutEverywhere } from "./sign-out.ts";
import { finishSingleSignOn, startSingleSignOn } from "./single-sign-on.ts";

const open = { tag: "sign-in", right: "everybody", params: {} } as const;
const own = { tag: "sign-in", right: "session.own", params: {} } as const;

const session = readRoute({
  ...{ path: "/api/auth/session", summary: "who is signed in", answer: shape.SessionView, query: {} },
  ...open,
});
const enter = writeRoute({
  ...{ method: "post", path: "/api/auth/sign-in/username", summary: "signs in: a session cookie, or the second step" },
  ...{ body: shape.SignInBody, answer: shape.SignedInView },
  ...open,
});
const link = writeRoute({
  ...{ method: "post", path: "/api/auth/link", summary: "makes the first administrator by the one-time link" },
  ...{ body: shape.LinkBody, answer: shape.SignedInView },
  ...open,
});
const verify = writeRoute({
  ...{ method: "post", path: "/api/auth/second-factor/verify", summary: "the second step of a sign-in" },
  ...{ body: shape.CodeBody, answer: shape.SignedInView },
  ...open,
});
const leave = writeRoute({
  ...{ method: "post", path: "/api/auth/sign-out", summary: "ends this session", body: noBody, answer: shape.Done },
  ...{ ...own, isOpenBeforeChange: true },
});
const leaveEverywhere = writeRoute({
  ...{ method: "post", path: "/api/auth/sign-out-everywhere", summary: "ends every session of the account" },
  ...{ body: noBody, answer: shape.Done },
  ...{ ...own, isOpenBeforeChange: true },
});
const password = writeRoute({
  ...{ method: "post", path: "/api/auth/change-password", summary: "changes one's own password" },
  ...{ body: shape.PasswordChangeBody, answer: shape.Done },
  ...{ ...own, isOpenBeforeChange: true },
});
const enable = writeRoute({
  ...{ method: "post", path: "/api/auth/second-factor/enable", summary: "begins to set up one-time codes" },
  ...{ body: shape.PasswordBody, answer: shape.EnrolmentView },
  ...own,
});
const confirm = writeRoute({
  ...{ method: "post", path: "/api/auth/second-factor/confirm", summary: "turns one-time codes on by a first code" },
  ...{ body: shape.CodeBody, answer: shape.Done },
  ...own,
});
const disable = writeRoute({
  ...{ method: "post", path: "/api/auth/second-factor/disable", summary: "turns one-time codes off" },
  ...{ body: shape.PasswordBody, answer: shape.Done },
  ...own,
});

/** A route that sends the browser on. */
const onward = <Path extends string>(path: Path, summary: string) =>
  createRoute({
    ...{ method: "get", path, summary, tags: ["sign-in"], "x-right": "everybody" },
    middleware: [guard({ right: "everybody" })] as const,
    request: { query: z.object({}) },
    responses: { 302: { description: summary } },
  });
const start = onward("/api/auth/single-sign-on", "begins a sign-in with the provider of single sign-on");
const back = onward("/api/auth/callback/oidc", "where the provider of single sign-on sends the browser back to");

const attemptOf = (request: Request<Variables>): Attempt => ({
  headers: new Headers(request.req.raw.headers),
  address: request.get("visit").address,
});

/** Hands our cookies to the browser; the library would also clear some that are never set. */
function give(request: Request<Variables>, cookies: readonly string[]): void {
  for (const cookie of cookies) {
    if (/^(__Secure-)?yuanbiao_/.test(cookie)) request.header("set-cookie", cookie, { append: true });
  }
}

async function viewOf(context: Context, request: Request<Variables>): Promise<shape.SessionView> {
  const identity = request.get("identity");
  const singleSignOn = context.singleSignOn !== null;
  if (identity === null) return { session: null, singleSignOn };
  const { actor, account, clearance, mustChangePassword } = identity;
  const { idleMinutes, sessionHours, passwordLength } = await getPolicy(context.store);
  const grants = actor.grants.map((grant) => ({ ...grant, areas: [...grant.areas] }));
  return {
    session: {
      ...{ account: account.id, name: account.name, grants, clearance, mustChangePassword },
      secondFactor: account.twoFactorEnabled,
      lastSignInAt: account.lastSignInAt,
      policy: { idleMinutes, sessionHours, passwordLength },
    },
    singleSignOn,
  };
}

const done = { done: true } as const;

/** Ways in, and who is in. */
function enteringRoutes(context: Context) {
  return makeRouter()
    .openapi(session, async (request) => request.json(await viewOf(context, request), 200))
    .openapi(enter, async (request) => {
      const { cookies, isSecondFactorNeeded } = await signIn(context, attemptOf(request), request.req.valid("json"));
      give(request, cookies);
      return request.json({ secondFactorNeeded: isSecondFactorNeeded }, 200);
    })
    .openapi(link, async (request) => {
      const { cookies, isSecondFactorNeeded } = await useLink(context, attemptOf(request), request.req.valid("json"));
      give(request, cookies);
      return request.json({ secondFactorNeeded: isSecondFactorNeeded }, 200);
    })
    .openapi(verify, async (request) => {
      const { code } = request.req.valid("json");
      give(request, await verifySecondFactor(context, attemptOf(request), code));
      return request.json({ secondFactorNeeded: false }, 200);
    })
    .openapi(start, async (request) => {
      const { location, cookies } = await startSingleSignOn(context, attemptOf(request));
      give(request, cookies);
      return request.redirect(location, 302);
    })
    .openapi(back, async (request) => {
      const { location, cookies } = await finishSingleSignOn(context, attemptOf(request), request.req.raw);
      give(request, cookies);
      return request.redirect(location, 302);
    });
}

/** Ways out, and one's own password. */
function ownRoutes(context: Context) {
  return makeRouter()
    .openapi(leave, async (request) => {
      give(request, await signOut(context, attemptOf(request), identityOf(request)));
      return request.json(done, 200);
    })
    .openapi(leaveEverywhere, async (request) => {
      give(request, await signOutEverywhere(context, attemptOf(request), identityOf(request)));
      return request.json(done, 200);
    })
    .openapi(password, async (request) => {
      const { currentPassword: current, newPassword: next } = request.req.valid("json");
      await changePassword(context, attemptOf(request), { identity: identityOf(request), current, next });
      return request.json(done, 200);
    });
}

/** One-time codes of one's own account. */
function secondFactorRoutes(context: Context) {
  return makeRouter()
    .openapi(enable, async (request) => {
      const identity = identityOf(request);
      const own = { identity, password: request.req.valid("json").password };
      return request.json(await enableSecondFactor(context, attemptOf(request), own), 200);
    })
    .openapi(confirm, async (request) => {
      const own = { identity: identityOf(request), code: request.req.valid("json").code };
      give(request, await confirmSecondFactor(context, attemptOf(request), own));
      return request.json(done, 200);
    })
    .openapi(disable, async (request) => {
      const own = { identity: identityOf(request), password: request.req.valid("json").password };
      give(request, await disableSecondFactor(context, attemptOf(request), own));
      return request.json(done, 200);
    });
}

export function authRoutes(context: Context) {
  return makeRouter()
    .route("/", enteringRoutes(context))
    .route("/", ownRoutes(context))
    .route("/", secondFactorRoutes(context));
}
