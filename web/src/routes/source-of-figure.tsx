import { may } from "@yuanbiao/core/access";
import { CorrectFigure } from "../features/observation/correct-figure.tsx";
import { SourceDrawer } from "../features/observation/source-drawer.tsx";
import { useSession } from "../features/session/session.ts";

/** The source of a figure; for who adopts figures also where one is corrected. */
export function SourceOfFigure() {
  const actor = useSession()?.actor ?? null;
  const canCorrect = may(actor, "line.adopt");
  return (
    <SourceDrawer
      actions={(figure) => canCorrect && <CorrectFigure figure={figure} />}
      mayReadReports={may(actor, "report.read")}
    />
  );
}
