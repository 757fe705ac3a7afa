import { api, good, until } from "../../api.ts";

const plain = { param: {}, query: {}, header: {} } as const;
const own = api.auth;

export interface Entry {
  readonly username: string;
  readonly password: string;
}

export const signIn = async (json: Entry) => (await good(own["sign-in"].username.$post({ ...plain, json }))).json();

export const enterByLink = async (json: { token: string; password: string; username?: string }) =>
  (await good(own.link.$post({ ...plain, json }))).json();

export const verifyCode = async (code: string) =>
  (await good(own["second-factor"].verify.$post({ ...plain, json: { code } }))).json();

export const changePassword = async (json: { currentPassword: string; newPassword: string }) =>
  (await good(own["change-password"].$post({ ...plain, json }))).json();

export const signOut = async () => (await good(own["sign-out"].$post({ ...plain, json: {} }))).json();

export const signOutEverywhere = async () =>
  (await good(own["sign-out-everywhere"].$post({ ...plain, json: {} }))).json();

export const beginSecondFactor = async (password: string) =>
  (await good(own["second-factor"].enable.$post({ ...plain, json: { password } }))).json();

export const confirmSecondFactor = async (code: string) =>
  (await good(own["second-factor"].confirm.$post({ ...plain, json: { code } }))).json();

export const endSecondFactor = async (password: string) =>
  (await good(own["second-factor"].disable.$post({ ...plain, json: { password } }))).json();

/** Whether this installation has single sign-on. */
export async function readSingleSignOn(signal: AbortSignal): Promise<boolean> {
  return (await (await good(own.session.$get({ param: {}, query: {} }, until(signal)))).json()).singleSignOn;
}
