import { may } from "@yuanbiao/core/access";
import type { Summary } from "../api.ts";
import { addresseesOf } from "../features/letter/addressee.ts";
import { LetterStrip } from "../features/letter/letter-strip.tsx";
import { useSession } from "../features/session/session.ts";
import { useView } from "../paths.ts";

/** Letters for what is missing today: for who may send them, and only where today is looked at. */
export function OverviewLetters({ summary }: { summary: Summary }) {
  const person = useSession();
  const { on, asOf, publishedBy } = useView();
  const isToday = on === undefined && asOf === undefined && publishedBy === undefined;
  if (person == null || !isToday || !may(person.actor, "letter.send")) return null;
  return <LetterStrip today={summary.on} addressees={(cityOf) => addresseesOf(summary.missing, cityOf)} />;
}
