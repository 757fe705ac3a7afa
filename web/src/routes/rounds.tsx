import { useRounds } from "../features/round/query.ts";
import { RoundList } from "../features/round/round-list.tsx";
import { SignedIn } from "../features/session/signed-in.tsx";
import { Loaded } from "../ui/state.tsx";

export function RoundsPage() {
  const rounds = useRounds();
  return (
    <SignedIn right="round.manage">
      {() => (
        <Loaded query={rounds} lines={12} height={480}>
          {(items) => <RoundList rounds={items} />}
        </Loaded>
      )}
    </SignedIn>
  );
}
