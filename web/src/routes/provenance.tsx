import { shanghaiDay } from "@yuanbiao/core/day";
import { useView } from "../paths.ts";
import { useText } from "../text/text.ts";
import { dayName } from "../text/time.ts";

/** What the page rests on, on screen and on every printout: the times it was seen by, and the rule for what is missing. */
export function Provenance() {
  const { say, language } = useText();
  const { on, asOf, publishedBy } = useView();
  const today = shanghaiDay(new Date());
  return (
    <footer className="provenance">
      <p>
        {[
          say("page.provenance.on", { on: dayName(on ?? today, language) }),
          asOf === undefined
            ? say("page.provenance.now")
            : say("page.provenance.asOf", { asOf: dayName(asOf.slice(0, 10), language) }),
          publishedBy === undefined
            ? ""
            : say("page.provenance.publishedBy", { publishedBy: dayName(publishedBy, language) }),
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      <p>{say("page.provenance.rule")}</p>
    </footer>
  );
}
