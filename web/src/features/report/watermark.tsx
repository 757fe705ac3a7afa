import { useText } from "../../text/text.ts";
import { Watermark as Mark } from "../../ui/watermark.tsx";

/** Figures of a report that are not published. */
export function Watermark() {
  const { say } = useText();
  return <Mark word={say("report.unpublished")} />;
}
