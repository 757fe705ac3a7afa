import { getRouteApi } from "@tanstack/react-router";
import { NewRound } from "../features/round/new-round.tsx";
import { useRound } from "../features/round/query.ts";
import { RoundPage } from "../features/round/round-page.tsx";
import { SignedIn } from "../features/session/signed-in.tsx";
import { useView } from "../paths.ts";
import { Loaded } from "../ui/state.tsx";

const route = getRouteApi("/rounds/$round");

export function OneRoundPage() {
  const { round: code } = route.useParams();
  const query = useRound(code);
  return (
    <SignedIn right="round.manage">
      {() => (
        <Loaded query={query} lines={16} height={640}>
          {(round) => <RoundPage round={round} />}
        </Loaded>
      )}
    </SignedIn>
  );
}

export function NewRoundPage() {
  const { from } = useView();
  return <SignedIn right="round.manage">{() => <NewRound key={from ?? ""} from={from} />}</SignedIn>;
}
