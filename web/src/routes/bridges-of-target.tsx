import { may } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Target } from "../api.ts";
import { BridgeSection } from "../features/bridge/bridge-section.tsx";
import { useSession } from "../features/session/session.ts";
import { useView } from "../paths.ts";

/** The bridges of a target, for who may decide on them, and only where what is known now is looked at. */
export function TargetBridges({ target }: { target: Target }) {
  const person = useSession();
  const { asOf, publishedBy } = useView();
  if (person == null || !may(person.actor, "bridge.manage") || asOf !== undefined || publishedBy !== undefined) {
    return null;
  }
  return <BridgeSection target={target} today={shanghaiDay(new Date())} />;
}
