import { useText } from "../../text/text.ts";
import { Tag } from "../../ui/page.tsx";
import type { Account } from "./request.ts";
import { standingOf } from "./standing-of.ts";

/** How an account stands, as marks. */
export function Standing({ account }: { account: Account }) {
  const { say } = useText();
  return (
    <span className="account-states">
      {standingOf(account, say).map(({ word, isGood }) => (
        <Tag key={word} kind={isGood ? "plain" : "warn"}>
          {word}
        </Tag>
      ))}
    </span>
  );
}
