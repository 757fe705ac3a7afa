import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createServer as createNetServer } from "node:net";
import { listCredentials } from "@yuanbiao/db/queries/account";
import { listAudit } from "@yuanbiao/db/queries/audit";
import { startFirst } from "@yuanbiao/server/auth/first-start";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "./support/postgres.ts";
import { type Listening, listenOnLoopback, type Served, type SignedIn, serve } from "./support/served.ts";
import { type Visitor, visit } from "./support/visitor.ts";

/** What the provider says of whoever signs in there: the subject, and the user name that it calls them by. */
let person = { sub: "subject-1", preferred_username: "zhang.san" };
let provider: Server;
let served: Served;
let server: Listening;
let admin: SignedIn;

/** A provider that signs in whoever comes, as `person`. */
async function startProvider(port: number, redirect: string): Promise<Server> {
  const issuer = `http://127.0.0.1:${port}`;
  const known = new Map<string, typeof person>();
  const oidc = new Provider(issuer, {
    clients: [{ client_id: "yuanbiao", client_secret: "a-secret-of-the-client", redirect_uris: [redirect] }],
    claims: { openid: ["sub"], profile: ["preferred_username", "name"], email: ["email"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["test"] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...(known.get(id) ?? person), name: "张三" }) }),
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  });
  const handle = oidc.callback();
  const listening = createServer(async (request, response) => {
    if (request.url?.startsWith("/interaction/") !== true) {
      handle(request, response);
      return;
    }
    const { params, session } = await oidc.interactionDetails(request, response);
    known.set(person.sub, person);
    const accountId = session?.accountId ?? person.sub;
    const grant = new oidc.Grant({ accountId, clientId: String(params["client_id"]) });
    grant.addOIDCScope("openid profile email");
    const consent = { grantId: await grant.save() };
    await oidc.interactionFinished(request, response, { login: { accountId }, consent });
  });
  await new Promise<void>((resolve) => listening.listen(port, "127.0.0.1", resolve));
  return listening;
}

beforeAll(async () => {
  const [providerPort, port] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${port}`;
  provider = await startProvider(providerPort, `${origin}/api/auth/callback/oidc`);
  const client = { clientId: "yuanbiao", clientSecret: "a-secret-of-the-client" };
  const oidc = { issuer: `http://127.0.0.1:${providerPort}`, ...client, usernameClaim: "preferred_username" };
  served = await serve({ empty: true, oidc, origin });
  server = await listenOnLoopback(served, port);
  admin = await served.as("admin");
});
afterAll(async () => {
  await server.close();
  await served.close();
  provider.closeAllConnections();
  provider.close();
});

/** A browser that follows the way to the provider and back, with cookies for each of the two. */
async function signInOnce(browser: Visitor = ours()): Promise<{ browser: Visitor; end: string }> {
  const theirs = visit((address, init) => fetch(address, { ...init, redirect: "manual" }));
  let address = "/api/auth/single-sign-on";
  for (let step = 0; step < 12; step += 1) {
    const url = new URL(address, server.origin);
    const isOurs = url.origin === server.origin;
    if (isOurs && !url.pathname.startsWith("/api/")) return { browser, end: url.pathname + url.search };
    const response = isOurs ? await browser.ask(url.pathname + url.search) : await theirs.ask(url.href);
    const location = response.headers.get("location");
    if (location === null) throw new Error(`${url.href}: ${response.status} ${await response.text()}`);
    address = new URL(location, url).href;
  }
  throw new Error("the way does not end");
}
const ours = () => visit((address, init) => fetch(server.origin + address, { ...init, redirect: "manual" }));
const who = async (browser: Visitor): Promise<unknown> => {
  const { session } = Object(await browser.read("/api/auth/session"));
  return session?.account;
};
const create = (account: string, singleSignOn: boolean) =>
  admin.send("POST", "/api/accounts", { account, name: "张三", singleSignOn });

describe("single sign-on", () => {
  it("lets nobody in who has no account: nobody registers themselves", async () => {
    const { browser, end } = await signInOnce();
    expect(end).toBe("/sign-in?error=single-sign-on");
    expect(await who(browser)).toBeUndefined();
    expect((await admin.ask("/api/accounts/zhang.san")).status).toBe(404);
  });
  it("lets nobody into an account that the administrator has not opened to it", async () => {
    await create("zhang.san", false);
    const { browser, end } = await signInOnce();
    expect(end).toBe("/sign-in?error=single-sign-on");
    expect(await who(browser)).toBeUndefined();
  });
  it("signs in to an account that was opened, and remembers the subject", async () => {
    const edit = admin.send("PATCH", "/api/accounts/zhang.san", { singleSignOn: true }, { "if-match": "1" });
    expect((await edit).status).toBe(200);
    const { browser, end } = await signInOnce();
    expect(end).toBe("/");
    expect(await who(browser)).toBe("zhang.san");
    const linked = (await listCredentials(served.store, "zhang.san")).find(({ provider: name }) => name === "oidc");
    expect(linked).toMatchObject({ subject: "subject-1", password: null });
    const again = await signInOnce();
    expect(await who(again.browser)).toBe("zhang.san");
  });
  it("keeps out another subject that calls itself by the same name", async () => {
    person = { sub: "subject-2", preferred_username: "zhang.san" };
    const { browser, end } = await signInOnce();
    expect(end).toBe("/sign-in?error=single-sign-on");
    expect(await who(browser)).toBeUndefined();
    person = { sub: "subject-1", preferred_username: "renamed" };
    expect(await who((await signInOnce()).browser)).toBe("zhang.san");
  });
  it("keeps out a disabled account, and ends as any session does", async () => {
    const { browser } = await signInOnce();
    expect((await browser.send("POST", "/api/auth/sign-out")).status).toBe(200);
    expect(await who(browser)).toBeUndefined();
    const { version } = Object(await admin.read("/api/accounts/zhang.san"));
    await admin.send("PATCH", "/api/accounts/zhang.san", { disabled: true }, { "if-match": String(version) });
    expect((await signInOnce()).end).toBe("/sign-in?error=single-sign-on");
  });
  it("takes no answer that this browser did not ask for", async () => {
    const stranger = await ours().ask("/api/auth/callback/oidc?code=made-up&state=made-up");
    expect([stranger.status, stranger.headers.get("location")]).toEqual([302, "/sign-in?error=single-sign-on"]);
  });
  it("stands in the trail, done and failed", async () => {
    const entries = (await listAudit(served.store, { area: "system" })).filter(({ action }) => action === "sign-in");
    expect(entries.map(({ result }) => result)).toContain("failed");
    const done = entries.find(({ result }) => result === "done");
    expect(done).toMatchObject({ subject: "zhang.san", actor: "zhang.san", address: "127.0.0.1" });
    expect(JSON.parse(done?.detail ?? "{}")).toEqual({ after: { singleSignOn: true } });
  });
  it("whose provider is silent holds nobody up who has a password", async () => {
    let givenUp = 0;
    const silent = createNetServer((socket) => socket.on("error", () => {}).on("close", () => (givenUp += 1)));
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : 0;
    const oidc = { issuer: `http://127.0.0.1:${port}`, clientId: "c", clientSecret: "s", usernameClaim: "sub" };
    const other = await serve({ empty: true, oidc });
    await startFirst(other.context, { username: "admin", password: "Vq7-mist-Garage" });
    expect(await visit(other.signedOut.ask).signIn("admin", "Vq7-mist-Garage")).toBe(200);
    // Had the sign-in waited for the provider, it would have given up on it before it answered.
    expect(givenUp).toBe(0);
    await other.close();
    silent.close();
  });
  it("is not there where it is not set up", async () => {
    const plain = await serve({ empty: true });
    expect((await plain.signedOut.ask("/api/auth/single-sign-on")).status).toBe(404);
    expect(await plain.signedOut.read("/api/auth/session")).toEqual({ session: null, singleSignOn: false });
    expect(await served.signedOut.read("/api/auth/session")).toEqual({ session: null, singleSignOn: true });
    await plain.close();
  });
});
