import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readAreas } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Notice } from "../../ui/notice.tsx";
import type { Addressee } from "./addressee.ts";
import { LetterDialog } from "./letter-dialog.tsx";
import { paperOf } from "./request.ts";
import "./letter.css";

interface Sent {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

interface StripParts {
  readonly today: string;
  /** Who can be asked; given the city of each area. */
  readonly addressees: (cityOf: (area: string) => string | undefined) => readonly Addressee[];
}

/** Everybody who owes something: one click opens the letter, a second one sends it. */
export function LetterStrip({ today, addressees: addresseesIn }: StripParts) {
  const { say, language } = useText();
  const [open, setOpen] = useState<Addressee | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const areas = useQuery({
    queryKey: ["letter-areas", language],
    queryFn: ({ signal }) => readAreas({}, signal),
    staleTime: 300_000,
  });
  const cities = new Map(areas.data?.map(({ code, city }) => [code, city.code]));
  const addressees = addresseesIn((area) => cities.get(area));
  if (addressees.length === 0) return null;
  return (
    <div className="letter-strip">
      <span className="letter-strip-name" title={say("letter.stripHint")}>
        {say("letter.strip")}
      </span>
      {addressees.map((addressee) => (
        <button
          key={`${addressee.city} ${addressee.code}`}
          type="button"
          className="chip"
          aria-label={say("letter.toOf", { name: addressee.name, count: addressee.items.length })}
          onClick={() => setOpen(addressee)}
        >
          {say("letter.to", { name: addressee.name, count: addressee.items.length })}
        </button>
      ))}
      {sent !== null && (
        <Notice isLive>
          {say("letter.sent", { name: sent.name, count: sent.count })}{" "}
          <a className="link" href={paperOf(sent.id)} download="">
            {say("letter.again")}
          </a>
        </Notice>
      )}
      {open !== null && (
        <LetterDialog
          addressee={open}
          today={today}
          onSent={(id, count) => {
            setSent({ id, name: open.name, count });
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
