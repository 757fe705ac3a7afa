import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/state.tsx";
import { CheckForm } from "./check-form.tsx";
import { CheckTable } from "./check-table.tsx";
import { type Choices, useChecks, useChoices } from "./query.ts";
import type { Check } from "./request.ts";
import "./check.css";

/** All checks of reports, and for the office their editor. */
export function CheckDesk({ isFixed }: { isFixed: boolean }) {
  const checks = useChecks();
  const choices = useChoices();
  return (
    <Loaded query={checks} lines={12} height={480}>
      {(items) => (
        <Loaded query={choices} lines={12} height={480}>
          {(found) => <Desk checks={items} choices={found} isFixed={isFixed} />}
        </Loaded>
      )}
    </Loaded>
  );
}

/** Which check is open in the editor: as it was when it was opened, whatever others write meanwhile. */
type Opened = { readonly check: Check | null };

function Desk({ checks, choices, isFixed }: { checks: readonly Check[]; choices: Choices; isFixed: boolean }) {
  const { say, language } = useText();
  const queries = useQueryClient();
  const query = useChecks();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [saved, setSaved] = useState<Check | null>(null);
  const speech = { say, language, indicators: new Map(choices.indicators.map((one) => [one.code, one])) };
  const reload = async (code: string) => {
    const { data = [] } = await query.refetch();
    const check = data.find((one) => one.code === code);
    if (check !== undefined) setOpened({ check });
  };
  const open = (check: Check | null) => {
    setSaved(null);
    setOpened({ check });
  };
  return (
    <Page name={say("check.name")} sentence={useSentence(checks)} lead={<p>{say("check.lead")}</p>}>
      {saved !== null && (
        <Notice isLive>{say(saved.active ? "check.saved" : "check.savedOff", { ...saved, rule: "" })}</Notice>
      )}
      <Section title={say("check.list")} {...(!isFixed && { tools: <MakeButton onMake={() => open(null)} /> })}>
        <CheckTable checks={checks} speech={speech} {...(!isFixed && { onOpen: open })} />
      </Section>
      {opened !== null && (
        <Drawer
          title={opened.check === null ? say("check.make") : say("check.title", { name: opened.check.name })}
          onClose={() => setOpened(null)}
        >
          <CheckForm
            key={opened.check?.version ?? 0}
            check={opened.check}
            choices={choices}
            speech={speech}
            onSaved={(stored) => {
              setSaved(stored);
              setOpened(null);
              void queries.invalidateQueries({ queryKey: ["checks"] });
            }}
            onReload={() => void reload(opened.check?.code ?? "")}
          />
        </Drawer>
      )}
    </Page>
  );
}

/** How many there are, and how many of those that are active weigh how much. */
function useSentence(checks: readonly Check[]): string {
  const { say } = useText();
  if (checks.length === 0) return say("check.sentence.none");
  const active = checks.filter((check) => check.active);
  const hard = active.filter(({ severity }) => severity === "hard").length;
  const counts = { count: checks.length, active: active.length, hard, soft: active.length - hard };
  return say("check.sentence.some", counts);
}

function MakeButton({ onMake }: { onMake: () => void }) {
  const { say } = useText();
  return (
    <button type="button" className="button button-primary" onClick={onMake}>
      {say("check.make")}
    </button>
  );
}
