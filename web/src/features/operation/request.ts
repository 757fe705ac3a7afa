import { api, good, type Read, until } from "../../api.ts";

export type Operation = Read<typeof api.operation.$get>;
export type Job = Operation["jobs"]["recent"][number];

export const readOperation = async (signal: AbortSignal) =>
  (await good(api.operation.$get({ param: {}, query: {} }, until(signal)))).json();
