import { may } from "@yuanbiao/core/access";
import { SchemeList } from "../features/scheme/scheme-list.tsx";
import { SignedIn } from "../features/session/signed-in.tsx";

export function SchemesPage() {
  return (
    <SignedIn right="scheme.read">
      {(actor) => <SchemeList mayWrite={may(actor, "scheme.manage")} seesDrafts={may(actor, "evaluation.survey")} />}
    </SignedIn>
  );
}
