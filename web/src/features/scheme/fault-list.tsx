import { useEffect, useRef } from "react";
import { useText } from "../../text/text.ts";
import { faultWords, useEditing } from "./editing.ts";
import type { Fault } from "./fault.ts";
import { usePlaceWords } from "./marks-at.tsx";

/** The server's words begin with the place. */
const isPlaced = (fault: Fault): boolean => fault.kind === "rule" && fault.detail !== null;

/** Everything that does not hold, each with the way to its place; saving in vain leads here. */
export function FaultList({ attempts }: { attempts: number }) {
  const { faults, jump } = useEditing();
  const { say } = useText();
  const wordsOf = usePlaceWords();
  const box = useRef<HTMLElement>(null);
  const count = faults.length;
  const isFaulty = count > 0;
  const tried = useRef(attempts);
  useEffect(() => {
    if (attempts === tried.current) return;
    tried.current = attempts;
    if (isFaulty) box.current?.focus();
  }, [attempts, isFaulty]);
  if (count === 0) return null;
  return (
    <section ref={box} className="notice notice-bad scheme-list-box" aria-labelledby="scheme-faults" tabIndex={-1}>
      <h2 id="scheme-faults" className="scheme-legend">
        {say("scheme.faults.title", { count })}
      </h2>
      <ol className="scheme-told">
        {faults.map((fault, at) => (
          <li key={`${fault.path} ${at}`}>
            <button type="button" className="scheme-jump" onClick={() => jump(fault.path)}>
              {isPlaced(fault) ? "" : `${wordsOf(fault.path)}${say("page.colon")}`}
              {faultWords(fault, say)}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
