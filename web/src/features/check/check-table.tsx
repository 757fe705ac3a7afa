import type { Language } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Original } from "../../ui/original.tsx";
import type { Check } from "./request.ts";
import { lineWords, ruleWords, type Speech } from "./rule-words.ts";
import { SeverityMark } from "./severity-mark.tsx";

interface TableParts {
  readonly checks: readonly Check[];
  readonly speech: Speech;
  /** Not there for who only reads. */
  readonly onOpen?: (check: Check) => void;
}

/** Every check: how it weighs, what it says in plain words, and of which lines. */
export function CheckTable({ checks, speech, onOpen }: TableParts) {
  const { say } = speech;
  return (
    <DataTable
      name={say("check.list")}
      columns={[...columnsOf(speech), ...(onOpen === undefined ? [] : [editColumn(speech, onOpen)])]}
      rows={checks}
      rowKey={({ code }) => code}
      empty={say("check.empty")}
    />
  );
}

const nameOf = ({ name, nameEn }: Check, language: Language): string => (language === "en" ? (nameEn ?? name) : name);
const noteOf = ({ note, noteEn }: Check, language: Language): string | null =>
  language === "en" ? (noteEn ?? note) : note;

function columnsOf(speech: Speech): Column<Check>[] {
  const { say, language } = speech;
  return [
    {
      ...{ id: "name", head: say("check.heads.name"), heading: true },
      text: (check) => nameOf(check, language),
      cell: (check) => <Original>{nameOf(check, language)}</Original>,
    },
    {
      ...{ id: "severity", head: say("check.heads.severity") },
      text: ({ severity }) => say(`check.severity.${severity}`),
      cell: ({ severity }) => <SeverityMark severity={severity} />,
    },
    {
      ...{ id: "rule", head: say("check.heads.rule"), wide: true },
      text: (check) => ruleWords(check, speech),
      cell: (check) => {
        const note = noteOf(check, language);
        return (
          <div>
            {ruleWords(check, speech)}
            {note !== null && (
              <p className="quiet">
                <Original>{note}</Original>
              </p>
            )}
          </div>
        );
      },
    },
    { id: "lines", head: say("check.heads.lines"), text: (check) => lineWords(check, speech) },
    {
      ...{ id: "active", head: say("check.heads.active") },
      text: ({ active }) => say(active ? "check.active.on" : "check.active.off"),
    },
    {
      ...{ id: "version", head: say("check.heads.version"), minor: true },
      text: ({ version, recordedAt }) => say("check.versionAt", { version, at: instantName(recordedAt) }),
    },
  ];
}

function editColumn({ say, language }: Speech, onOpen: (check: Check) => void): Column<Check> {
  return {
    ...{ id: "edit", head: say("check.edit") },
    text: () => "",
    cell: (check) => (
      <button
        type="button"
        className="button"
        aria-label={say("check.editOf", { name: nameOf(check, language) })}
        onClick={() => onOpen(check)}
      >
        {say("check.edit")}
      </button>
    ),
  };
}
