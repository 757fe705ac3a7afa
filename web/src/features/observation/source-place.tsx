import type { Versions } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { dayName } from "../../text/time.ts";
import { Original } from "../../ui/original.tsx";
import { Facts, Tag } from "../../ui/page.tsx";

/** Where a figure stands published: document or page, number, clause, publisher, day, address, grade. */
export function SourcePlace({ of: { source, note } }: { of: Versions["items"][number] }) {
  const { say, language } = useText();
  return (
    <>
      <Facts
        items={[
          [
            source.kind === "document" ? say("source.document") : say("source.page"),
            <Original key="name">{source.title ?? source.document.name}</Original>,
          ],
          source.number === null
            ? undefined
            : [say("source.number"), <Original key="number">{source.number}</Original>],
          source.kind === "document" || source.clause !== null
            ? [say("source.clause"), <Original key="clause">{source.clause ?? say("source.unknown")}</Original>]
            : undefined,
          [say("source.publisher"), <Original key="publisher">{source.publisher ?? say("source.unknown")}</Original>],
          [
            say("source.published"),
            source.publishedOn === null ? say("source.unknown") : dayName(source.publishedOn, language),
          ],
          [say("source.address"), <Address key="address" address={source.address} />],
          [say("source.grade"), say(`code.grade.${source.grade}`)],
          note === null ? undefined : [say("source.note"), note],
        ]}
      />
      {(source.grade === "repost" || source.grade === "encyclopedia") && <Tag kind="warn">{say("source.repost")}</Tag>}
    </>
  );
}

function Address({ address }: { address: string | null }) {
  const { say } = useText();
  if (address === null) return <>{say("source.noAddress")}</>;
  if (!/^https?:\/\//.test(address)) return <>{address}</>;
  return (
    <a href={address} className="link break" target="_blank" rel="noreferrer noopener">
      {address}
    </a>
  );
}
