import { getRouteApi } from "@tanstack/react-router";
import { may } from "@yuanbiao/core/access";
import { ComparisonPage } from "../features/scheme/comparison-page.tsx";
import { SchemePage } from "../features/scheme/scheme-page.tsx";
import { SignedIn } from "../features/session/signed-in.tsx";
import { useView } from "../paths.ts";

const route = getRouteApi("/schemes/$scheme");

/** A scheme, or what differs from another one to it. */
export function OneSchemePage() {
  const { scheme: code } = route.useParams();
  const { with: other } = useView();
  return (
    <SignedIn right="scheme.read">
      {(actor) =>
        other === undefined ? (
          <SchemePage key={code} code={code} mayWrite={may(actor, "scheme.manage")} />
        ) : (
          <ComparisonPage code={code} other={other} />
        )
      }
    </SignedIn>
  );
}
