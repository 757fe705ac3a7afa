import { useState } from "react";
import { Loaded } from "../../ui/state.tsx";
import { useChoices, useScheme } from "./query.ts";
import { SchemeEditor } from "./scheme-editor.tsx";
import "./scheme.css";
import "./scheme-editor.css";

/** One scheme by its code; opening it anew drops what was typed. */
export function SchemePage({ code, mayWrite }: { code: string; mayWrite: boolean }) {
  const scheme = useScheme(code);
  const choices = useChoices();
  const [opening, setOpening] = useState(0);
  const reload = async () => {
    await scheme.refetch();
    setOpening(opening + 1);
  };
  return (
    <Loaded query={scheme} lines={16} height={640}>
      {(view) => (
        <Loaded query={choices} lines={16} height={640}>
          {(found) => (
            <SchemeEditor
              key={`${code} ${opening}`}
              view={view}
              choices={found}
              mayWrite={mayWrite}
              onReload={() => void reload()}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
