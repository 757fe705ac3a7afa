import { Link } from "@tanstack/react-router";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { targetWords } from "../../text/word.ts";
import { useTarget } from "./query.ts";

/** Another target by its id: its name and what it says, once it is read; its code until then. */
export function TargetLink({ id }: { id: string }) {
  const { say, language } = useText();
  const { data } = useTarget(id);
  return (
    <Link to="/targets/$target" params={{ target: id }} className="link">
      {data === undefined
        ? id
        : `${data.indicator.name} ${targetWords(data, say, language)}${say("page.bracket", { text: periodName(data.due, language) })}`}
    </Link>
  );
}
