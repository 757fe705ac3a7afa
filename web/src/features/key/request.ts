import { api, good, type ItemOf, type Read, readAll, until } from "../../api.ts";

export type Key = ItemOf<Read<typeof api.keys.$get>>;
export type NewKey = Parameters<typeof api.keys.$post>[0]["json"];

export const readKeys = (signal: AbortSignal) =>
  readAll(async (page) => (await good(api.keys.$get({ param: {}, query: page }, until(signal)))).json());

export const readOwnKeys = (signal: AbortSignal) =>
  readAll(async (page) => (await good(api.keys.own.$get({ param: {}, query: page }, until(signal)))).json());

export const makeKey = async (json: NewKey) =>
  (await good(api.keys.$post({ param: {}, query: {}, header: {}, json }))).json();

export const revokeKey = async (id: string) =>
  (await good(api.keys[":id"].revoke.$post({ param: { id }, query: {}, header: {}, json: {} }))).json();

export const revokeOwnKey = async (id: string) =>
  (await good(api.keys.own[":id"].revoke.$post({ param: { id }, query: {}, header: {}, json: {} }))).json();
