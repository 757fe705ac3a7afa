import { useNavigate } from "@tanstack/react-router";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Round } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Page } from "../../ui/page.tsx";
import { Loaded } from "../../ui/state.tsx";
import { blankDraft, bodyOf, copyDraft, draftOfRound, type RoundDraft } from "./draft.ts";
import { type Choices, useBothWords, useChoices, useRound, useRoundChange } from "./query.ts";
import { makeRound } from "./request.ts";
import { RoundForm } from "./round-form.tsx";

/** A new round, blank or like another for the period after. */
export function NewRound({ from }: { from: string | undefined }) {
  const { say } = useText();
  const choices = useChoices();
  return (
    <Page name={say("round.make")} sentence={say("round.head.make")}>
      <Loaded query={choices} lines={12} height={640}>
        {(found) => (from === undefined ? <Blank choices={found} /> : <Copied code={from} choices={found} />)}
      </Loaded>
    </Page>
  );
}

/** The city with most areas, today in Shanghai. */
function Blank({ choices }: { choices: Choices }) {
  const counts = new Map<string, number>();
  for (const { city } of choices.areas) counts.set(city.code, (counts.get(city.code) ?? 0) + 1);
  const [city] = [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  const today = shanghaiDay(new Date());
  return <Editor initial={blankDraft(city ?? "", today)} choices={choices} />;
}

function Copied({ code, choices }: { code: string; choices: Choices }) {
  const round = useRound(code);
  const words = useBothWords(code);
  return (
    <Loaded query={round} lines={12} height={640}>
      {(found: Round) => (
        <Loaded query={words} lines={12} height={640}>
          {(both) => <Editor initial={copyDraft(draftOfRound(found, both))} choices={choices} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Editor({ initial, choices }: { initial: RoundDraft; choices: Choices }) {
  const navigate = useNavigate();
  const change = useRoundChange((draft: RoundDraft) => makeRound(bodyOf(draft)));
  return (
    <RoundForm
      initial={initial}
      choices={choices}
      isNew
      isBusy={change.isPending}
      error={change.error}
      onSave={(draft) =>
        change.mutate(draft, {
          onSuccess: ({ code }) => void navigate({ to: "/rounds/$round", params: { round: code } }),
        })
      }
    />
  );
}
