import type { Say } from "../../text/text.ts";
import type { Bridge } from "./request.ts";

/** Which figures a bridge is about: indicator, area and caliber. */
export const figureWords = ({ indicator, area, caliber }: Bridge, say: Say): string =>
  [indicator.name, area.name, caliber.name].join(say("page.comma"));
