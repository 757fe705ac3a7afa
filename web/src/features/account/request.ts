import type { Grant } from "@yuanbiao/core/access";
import { api, good, type ItemOf, type Read, readAll, until } from "../../api.ts";

const one = api.accounts[":account"];
const plain = { query: {}, header: {} } as const;

export type Account = ItemOf<Read<typeof api.accounts.$get>>;
export type NewAccount = Parameters<typeof api.accounts.$post>[0]["json"];
export type AccountChange = Parameters<typeof one.$patch>[0]["json"];

const seen = ({ account, version }: Account) => ({
  ...{ param: { account }, query: {} },
  header: { "if-match": String(version) },
});
const at = ({ account }: Account) => ({ param: { account }, ...plain, json: {} });

export const readAccounts = (signal: AbortSignal) =>
  readAll(async (page) => (await good(api.accounts.$get({ param: {}, query: page }, until(signal)))).json());

export const makeAccount = async (json: NewAccount) =>
  (await good(api.accounts.$post({ param: {}, ...plain, json }))).json();

export const editAccount = async (account: Account, json: AccountChange) =>
  (await good(one.$patch({ ...seen(account), json }))).json();

export const setGrants = async (account: Account, grants: Grant[]) =>
  (await good(one.grants.$put({ ...seen(account), json: { grants } }))).json();

export const resetPassword = async (account: Account) => (await good(one["reset-password"].$post(at(account)))).json();

export const unlockAccount = async (account: Account) => (await good(one.unlock.$post(at(account)))).json();

export const removeSecondFactor = async (account: Account) =>
  (await good(one["remove-second-factor"].$post(at(account)))).json();
