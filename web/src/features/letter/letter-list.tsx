import { useQuery } from "@tanstack/react-query";
import { type Say, useText } from "../../text/text.ts";
import { dayName, instantName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/state.tsx";
import { type Letter, paperOf, readLetters } from "./request.ts";
import "./letter.css";

/** The letters that were sent, each to be saved again. */
export function LetterList({ isSender }: { isSender: boolean }) {
  const query = useLetters();
  return (
    <Loaded query={query} lines={12} height={480}>
      {(letters) => <Letters letters={letters} isSender={isSender} />}
    </Loaded>
  );
}

function useLetters() {
  const { language } = useText();
  return useQuery({
    queryKey: ["letters", language],
    queryFn: ({ signal }) => readLetters(signal),
    staleTime: 10_000,
  });
}

const nameOf = ({ department, area }: Letter): string => department?.name ?? area?.name ?? "";

function Letters({ letters, isSender }: { letters: readonly Letter[]; isSender: boolean }) {
  const { say, language } = useText();
  const [latest] = letters;
  const sentence =
    latest === undefined
      ? say(isSender ? "letter.sentence.none" : "letter.asked.none")
      : say(isSender ? "letter.sentence.some" : "letter.asked.some", {
          ...{ count: letters.length, name: nameOf(latest), by: dayName(latest.answerBy, language) },
        });
  return (
    <Page
      name={say("letter.name")}
      sentence={sentence}
      lead={<p>{say(isSender ? "letter.lead" : "letter.asked.lead")}</p>}
    >
      <Section title={say("letter.list")}>
        <DataTable
          name={say("letter.list")}
          columns={columnsOf(say, (day) => dayName(day, language))}
          rows={letters}
          rowKey={({ id }) => id}
          empty={say(isSender ? "letter.empty" : "letter.asked.none")}
        />
      </Section>
    </Page>
  );
}

function columnsOf(say: Say, day: (text: string) => string): Column<Letter>[] {
  return [
    { id: "to", head: say("letter.addressee"), text: nameOf, heading: true },
    { id: "at", head: say("letter.at"), text: ({ recordedAt }) => instantName(recordedAt) },
    { id: "by", head: say("letter.answerBy"), text: ({ answerBy }) => day(answerBy) },
    { id: "count", head: say("letter.count"), numeric: true, text: ({ items }) => String(items.length) },
    {
      id: "content",
      head: say("letter.content"),
      wide: true,
      text: ({ items }) => items.map(({ text }) => text).join(say("page.semicolon")),
      cell: ({ items }) => (
        <details className="letter-content">
          <summary lang="zh-CN">{items[0]?.text}</summary>
          <ol lang="zh-CN">
            {items.slice(1).map(({ text }, at) => (
              <li key={`${at} ${text}`}>{text}</li>
            ))}
          </ol>
        </details>
      ),
    },
    { id: "sentBy", head: say("letter.sentBy"), minor: true, text: ({ sentBy }) => sentBy },
    {
      id: "paper",
      head: say("letter.download"),
      text: () => "",
      cell: (letter) => (
        <a
          className="button letter-paper"
          href={paperOf(letter.id)}
          download=""
          aria-label={say("letter.downloadOf", { name: nameOf(letter), at: instantName(letter.recordedAt) })}
        >
          {say("letter.download")}
        </a>
      ),
    },
  ];
}
