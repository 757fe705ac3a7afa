import { OwnPanels } from "../features/panel/own-panels.tsx";
import { useOwnPanels } from "../features/panel/query.ts";
import { SignedIn } from "../features/session/signed-in.tsx";
import { Loaded } from "../ui/state.tsx";

export function PanelsPage() {
  return <SignedIn right="panel.score">{() => <Own />}</SignedIn>;
}

function Own() {
  const query = useOwnPanels();
  return (
    <Loaded query={query} lines={12} height={480}>
      {(panels) => <OwnPanels panels={panels} />}
    </Loaded>
  );
}
