import type { Bridge } from "@yuanbiao/core/caliber";
import { Code } from "@yuanbiao/core/code";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listBridges } from "@yuanbiao/db/queries/caliber";
import { listTargets } from "@yuanbiao/db/queries/target";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { pageOf } from "../page.ts";
import { asOf, code, paging } from "../parameters.ts";
import { makeRouter, readRoute, requireKnown } from "../route.ts";
import { askerOf } from "../variables.ts";
import { areaRef, caliberRef, documentRef, indicatorRef, noteOf, type Speech } from "../wire/speech.ts";
import { versionedWriteRoute } from "../write-route.ts";
import { BridgeBody, BridgeList, BridgeRow } from "./shape.ts";
import { writeBridge } from "./write.ts";

const list = readRoute({
  path: "/api/bridges",
  summary: "口径衔接, by target, indicator, area and caliber",
  tag: "tracking",
  right: "tracking.read",
  answer: BridgeList,
  query: { target: code, area: code, asOf, ...paging },
  params: {},
});
const write = versionedWriteRoute({
  method: "put",
  path: "/api/bridges/{target}/{indicator}/{area}/{caliber}",
  summary: "confirm, reject or revise 口径衔接; If-Match 0 where there was none",
  tag: "tracking",
  right: "bridge.manage",
  body: BridgeBody,
  answer: BridgeRow,
  params: { target: Code, indicator: Code, area: Code, caliber: Code },
});

function viewOf(
  speech: Speech,
  bridge: Versioned<Bridge>,
  names: ReadonlyMap<string, string>,
): z.infer<typeof BridgeRow> {
  const { target, verdict, reason, reasonEn, confirmedBy, confirmedOn, document, version, recordedAt } = bridge;
  return {
    target: { id: target, name: names.get(target) ?? target },
    indicator: indicatorRef(speech, bridge.indicator),
    area: areaRef(speech, bridge.area),
    caliber: caliberRef(speech, bridge.caliber),
    verdict,
    reason: noteOf(speech, reason, reasonEn) ?? reason,
    ...{ confirmedBy, confirmedOn, document: document === null ? null : documentRef(speech, document) },
    ...{ version, recordedAt },
  };
}

export function bridgeRoutes(context: Context) {
  const speechOf = async (language: Speech["language"], instant: string | null): Promise<Speech> => ({
    registry: await context.registries.at(instant),
    language,
  });
  const namesOf = async (speech: Speech, ids: readonly string[], instant: string | null = null) => {
    const targets = await listTargets(context.store, { asOf: instant }, { ids: [...new Set(ids)] });
    return new Map(targets.map(({ id, name, nameEn }) => [id, noteOf(speech, name, nameEn) ?? name]));
  };
  return makeRouter()
    .openapi(list, async (request) => {
      const { target, area, asOf: instant = null, ...paged } = request.req.valid("query");
      const speech = await speechOf(languageOf(request.req.header("accept-language")), instant);
      requireKnown("area", area, speech.registry.areas);
      if (target !== undefined) {
        const known = await listTargets(context.store, { asOf: instant }, { ids: [target] });
        requireKnown("target", target, new Map(known.map(({ id }) => [id, id])));
      }
      const filter = {
        targets: target === undefined ? undefined : [target],
        areas: area === undefined ? undefined : [area],
      };
      const found = await listBridges(context.store, { asOf: instant }, filter);
      const keyOf = (row: Bridge): string => `${row.target} ${row.indicator} ${row.area} ${row.caliber}`;
      const page = pageOf(found, keyOf, paged);
      const names = await namesOf(
        speech,
        page.items.map((row) => row.target),
        instant,
      );
      return request.json(
        { items: page.items.map((row) => viewOf(speech, row, names)), nextCursor: page.nextCursor },
        200,
      );
    })
    .openapi(write, async (request) => {
      const bridge = { ...request.req.valid("param"), ...request.req.valid("json") };
      const ifMatch = request.req.valid("header")["if-match"];
      const stored = await writeBridge(context, askerOf(request), { bridge, ifMatch });
      const speech = await speechOf(languageOf(request.req.header("accept-language")), null);
      return request.json(viewOf(speech, stored, await namesOf(speech, [stored.target])), 200);
    });
}
