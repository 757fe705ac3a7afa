import { useNavigate } from "@tanstack/react-router";
import { useView } from "../paths.ts";
import { useText } from "../text/text.ts";
import { DateField } from "../ui/date-field.tsx";

const times = ["on", "asOf", "publishedBy"] as const;

/** The three times every page is seen by; said even while they are at rest, folded on a phone. */
export function TimeBar() {
  const { say } = useText();
  const view = useView();
  const navigate = useNavigate();
  const otherwise = { on: say("page.time.today"), asOf: say("page.time.now"), publishedBy: say("page.time.any") };
  const moved = times.some((time) => view[time] !== undefined);
  return (
    <section className="time-bar" aria-label={say("page.time.label")}>
      {times.map((time) => (
        <DateField
          key={time}
          label={say(`page.time.${time}`)}
          hint={say(`page.time.${time}Hint`)}
          value={view[time]}
          otherwise={otherwise[time]}
          onChange={(day) =>
            void navigate({ to: ".", search: (before) => ({ ...before, [time]: day }), resetScroll: false })
          }
        />
      ))}
      {moved && (
        <button
          type="button"
          className="button-quiet"
          onClick={() =>
            void navigate({
              to: ".",
              search: (before) => ({ ...before, on: undefined, asOf: undefined, publishedBy: undefined }),
            })
          }
        >
          {say("page.time.reset")}
        </button>
      )}
    </section>
  );
}
