import { Link } from "@tanstack/react-router";
import type { Citation, Target } from "../../api.ts";
import { grouped, unitBehind, withUnit } from "../../text/number.ts";
import { type Language, type Say, useText } from "../../text/text.ts";
import { dayName, periodName } from "../../text/time.ts";
import { owesWords, targetWords } from "../../text/word.ts";
import { Original } from "../../ui/original.tsx";
import { Facts, Section, Tag } from "../../ui/page.tsx";

/** What the target says: indicator, area, comparator, nature, members, size class, who is responsible. */
export function TargetText({ target }: { target: Target }) {
  const { say, language } = useText();
  const { unit } = target.indicator;
  return (
    <Section title={say("target.text")}>
      <Facts
        items={[
          [
            say("target.indicator"),
            <Link
              key="indicator"
              to="/indicators/$indicator"
              params={{ indicator: target.indicator.code }}
              className="link"
            >
              {target.indicator.name}
            </Link>,
          ],
          [
            say("target.area"),
            <span key="area">
              <Link to="/areas/$area" params={{ area: target.area.code }} className="link">
                {target.area.name}
              </Link>{" "}
              {target.areaBasis !== "stated" && <Tag kind="warn">{say(`code.areaBasis.${target.areaBasis}`)}</Tag>}
            </span>,
          ],
          [say("page.caliber"), target.caliber.name],
          [say("target.value"), comparisonWords(target, say, language)],
          [say("target.due"), periodName(target.due, language)],
          target.leastValue === null || target.leastValue === target.value
            ? undefined
            : [say("target.least"), withUnit(target.leastValue, unit, language)],
          target.comparator === "approx"
            ? [
                say("target.tolerance"),
                target.tolerance === null ? say("target.toleranceNone") : withUnit(target.tolerance, unit, language),
              ]
            : undefined,
          [
            say("target.nature"),
            `${say(`code.nature.${target.nature}`)}${target.aspirational ? `${say("page.comma")}${say("target.aspirational")}` : ""}`,
          ],
          target.members.length === 0
            ? undefined
            : [say("target.members"), target.members.map((member) => member.name).join(say("page.list"))],
          target.band === null
            ? undefined
            : [
                say("target.band"),
                say(target.band.minInclusive ? "target.bandText" : "target.bandAbove", {
                  min: target.band.min === null ? say("target.bandOpen") : grouped(target.band.min),
                  max: target.band.max === null ? say("target.bandOpen") : grouped(target.band.max),
                  unit: unitBehind(target.band.unit, language),
                }),
              ],
          target.owes === null
            ? [say("target.owner"), say("summary.owed.nobody")]
            : [
                say("target.owner"),
                say("target.owesText", {
                  who: owesWords(target.owes, say),
                  basis: say(`code.owesBasis.${target.owes.basis}`),
                }),
              ],
          target.comparator === "milestone" || target.comparator === "judgement"
            ? [
                say("target.decision"),
                target.decision === null ? say("code.status.judgement") : say(`code.milestone.${target.decision}`),
              ]
            : undefined,
          target.note === null ? undefined : [say("target.note"), target.note],
        ]}
      />
    </Section>
  );
}

function comparisonWords(target: Target, say: Say, language: Language): string {
  const words = targetWords(target, say, language);
  const member = target.memberComparator === null ? "" : say(`code.comparatorWords.${target.memberComparator}`);
  return [words, member, say(`code.comparatorWords.${target.comparator}`)]
    .filter((part) => part !== "")
    .join(say("page.comma"));
}

/** Where the target stands written: document, number, clause, issuer, date, grade, validity, address. */
export function Citations({ citations }: { citations: readonly Citation[] }) {
  const { say } = useText();
  return (
    <Section title={say("target.citations")} id="citation">
      {citations.map((citation) => (
        <CitationFacts key={`${citation.document.code} ${citation.clause}`} citation={citation} />
      ))}
    </Section>
  );
}

function CitationFacts({ citation }: { citation: Citation }) {
  const { say, language } = useText();
  const original = (text: string | null) => <Original key={text}>{text ?? say("source.unknown")}</Original>;
  const isDocument = citation.kind === "policy" || citation.kind === "reply";
  return (
    <Facts
      items={[
        [
          isDocument ? say("source.document") : say("source.page"),
          <Original key="name">{citation.document.name}</Original>,
        ],
        isDocument ? [say("source.number"), original(citation.number)] : undefined,
        isDocument ? [say("source.clause"), original(citation.clause)] : undefined,
        [isDocument ? say("source.issuer") : say("source.publisher"), original(citation.publisher)],
        [
          say("source.published"),
          citation.publishedOn === null ? say("source.unknown") : dayName(citation.publishedOn, language),
        ],
        [say("source.grade"), say(`code.grade.${citation.grade}`)],
        citation.validity === null ? undefined : [say("source.validity"), say(`code.validity.${citation.validity}`)],
        citation.address === null
          ? undefined
          : [
              say("source.address"),
              <a key="address" className="link break" href={citation.address} target="_blank" rel="noreferrer noopener">
                {citation.address}
              </a>,
            ],
      ]}
    />
  );
}
