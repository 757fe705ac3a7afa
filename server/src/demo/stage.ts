import { commit } from "@yuanbiao/db/commit";
import { makeApp } from "../app.ts";
import type { Context } from "../context.ts";
import { cookieName, makeToken, sessionStatement, signToken } from "../session.ts";

/** Acts as people do, by the interface: whatever it does, a person with the same role could have done. */
export interface Stage {
  /** Sends a request as an account; the answer must be good. */
  act(account: string, method: string, address: string, body?: unknown, ifMatch?: number): Promise<unknown>;
  upload(account: string, address: string, form: FormData): Promise<unknown>;
}

export function makeStage(context: Context): Stage {
  const app = makeApp(context);
  const cookieOf = async (account: string): Promise<string> => {
    const token = makeToken();
    const session = sessionStatement(token, { account, address: null, agent: "demo" }, context.clock());
    const done = await commit(context.store, {
      actor: account,
      statements: [session],
      audit: [{ area: "system", action: "sign-in", subject: account, detail: {} }],
    });
    if (!done.ok) throw new Error(`${account} could not sign in`);
    return `${cookieName(context.door.isSecure)}=${signToken(token, context.secret)}`;
  };
  const send = async (account: string, address: string, init: RequestInit): Promise<unknown> => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie: await cookieOf(account) };
    const response = await app.request(address, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${account} ${init.method} ${address}: ${response.status} ${text}`);
    return JSON.parse(text);
  };
  return {
    act: (account, method, address, body, ifMatch) =>
      send(account, address, {
        method,
        headers: {
          ...(method === "GET" ? {} : { "content-type": "application/json" }),
          ...(ifMatch === undefined ? {} : { "if-match": String(ifMatch) }),
        },
        ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }),
      }),
    upload: (account, address, form) => send(account, address, { method: "POST", body: form }),
  };
}
