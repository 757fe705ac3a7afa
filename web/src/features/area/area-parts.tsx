import { Link } from "@tanstack/react-router";
import type { Area, Progress } from "../../api.ts";
import { type Language, type Say, useText } from "../../text/text.ts";
import { dayName } from "../../text/time.ts";
import { Original } from "../../ui/original.tsx";
import { Facts, Section, Tag } from "../../ui/page.tsx";

/** The first sentence of an area's page. */
export function areaSentence(area: Area, rows: readonly Progress[], say: Say): string {
  if (rows.length === 0) return say("area.headNone", { name: area.name });
  const count = (...statuses: readonly Progress["status"][]) =>
    rows.filter((row) => statuses.includes(row.status)).length;
  const judged = rows.filter((row) => judgedStates.includes(row.status));
  const provisional = judged.length > 0 && judged.every((row) => row.provisional);
  const parts = [
    say(provisional ? "area.parts.judgedProvisional" : "area.parts.judged", { count: judged.length }),
    count("missed") > 0 ? say("area.parts.missed", { count: count("missed") }) : "",
    count("no-data") > 0 ? say("area.parts.noData", { count: count("no-data") }) : "",
    count("incomparable") > 0 ? say("area.parts.incomparable", { count: count("incomparable") }) : "",
    count(...otherStates) > 0 ? say("area.parts.other", { count: count(...otherStates) }) : "",
  ].filter((part) => part !== "");
  return `${say("area.head", { name: area.name, targets: rows.length })}${parts.join(say("page.comma"))}${say("page.sentenceEnd")}`;
}

const judgedStates: readonly Progress["status"][] = [
  "achieved",
  "missed",
  "on-track",
  "behind",
  "far-behind",
  "regressed",
];
const otherStates: readonly Progress["status"][] = ["judgement", "not-due", "not-computable"];

/** What the area belongs to and who belongs to it; an open-ended zone says that its list is not complete. */
export function Memberships({ area }: { area: Area }) {
  const { say } = useText();
  return (
    <Section title={say("area.membershipTitle")}>
      <Facts
        items={[
          area.aliases.length === 0 ? undefined : [say("area.aliases"), <Aliases key="aliases" of={area} />],
          area.department === null ? undefined : [say("area.department"), area.department.name],
          area.note === null ? undefined : [say("target.note"), area.note],
          [say("area.parents"), <Belongings key="parents" items={area.parents} />],
          [
            say("area.members"),
            <div key="members">
              <Belongings items={area.members} />
              {(area.openEnded || area.members.length > 0) && (
                <p className="quiet">
                  {area.openEnded ? say("area.openEnded") : say("area.closed", { count: area.members.length })}
                </p>
              )}
            </div>,
          ],
        ]}
      />
    </Section>
  );
}

function Aliases({ of }: { of: Area }) {
  const { say } = useText();
  return of.aliases.map((alias, at) => (
    <span key={alias}>
      {at > 0 && say("page.list")}
      <Original>{alias}</Original>
    </span>
  ));
}

type Belonging = Area["parents"][number];

function Belongings({ items }: { items: readonly Belonging[] }) {
  const { say, language } = useText();
  if (items.length === 0) return <span className="quiet">{say("area.none")}</span>;
  return (
    <ul>
      {items.map((item) => (
        <li key={`${item.area.code} ${item.kind}`}>
          <Link to="/areas/$area" params={{ area: item.area.code }} className="link">
            {item.area.name}
          </Link>{" "}
          <span className="quiet">{belongingWords(item, say, language)}</span>{" "}
          {item.basis !== "text" && <Tag kind="warn">{say(`code.membershipBasis.${item.basis}`)}</Tag>}
        </li>
      ))}
    </ul>
  );
}

function belongingWords(item: Belonging, say: Say, language: Language): string {
  return [
    say(`code.membership.${item.kind}`),
    item.role === null ? "" : say(`code.membershipRole.${item.role}`),
    item.from === null ? "" : say("area.since", { from: dayName(item.from, language) }),
    item.to === null ? "" : say("area.until", { to: dayName(item.to, language) }),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
