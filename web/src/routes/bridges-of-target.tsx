import { may } from "@yuanbiao/core/access";
import { BridgeSection } from "../features/bridge/bridge-section.tsx";
import { useSession } from "../features/session/session.ts";
import { useView } from "../paths.ts";

/** The bridges of a target, for who may decide on them, and only where what is known now is looked at. */
export function TargetBridges({ target }: { target: string }) {
  const person = useSession();
  const { asOf, publishedBy } = useView();
  if (person == null || !may(person.actor, "bridge.manage") || asOf !== undefined || publishedBy !== undefined) {
    return null;
  }
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return <BridgeSection target={target} today={today} />;
}
