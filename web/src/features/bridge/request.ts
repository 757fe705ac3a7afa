import { api, good, type ItemOf, type Read, readAll, until } from "../../api.ts";

const one = api.bridges[":target"][":indicator"][":area"][":caliber"];

export type Bridge = ItemOf<Read<typeof api.bridges.$get>>;
export type BridgeBody = Parameters<typeof one.$put>[0]["json"];

export const readBridges = (target: string, signal: AbortSignal) =>
  readAll(async (page) =>
    (await good(api.bridges.$get({ param: {}, query: { target, ...page } }, until(signal)))).json(),
  );

export async function writeBridge({ target, indicator, area, caliber, version }: Bridge, json: BridgeBody) {
  const param = { target: target.id, indicator: indicator.code, area: area.code, caliber: caliber.code };
  return (await good(one.$put({ param, query: {}, header: { "if-match": String(version) }, json }))).json();
}
