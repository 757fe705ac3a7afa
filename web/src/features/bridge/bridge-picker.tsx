import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readObservations, type Target } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { ChoiceField } from "../../ui/field.tsx";
import { candidatesOf } from "./candidates.ts";
import { figureWords } from "./figure-words.ts";
import type { Bridge } from "./request.ts";

interface PickerParts {
  readonly target: Target;
  readonly bridges: readonly Bridge[];
  readonly onPick: (bridge: Bridge) => void;
}

/** Joins figures of the target's area that nobody has joined to it; nothing where there are none. */
export function BridgePicker({ target, bridges, onPick }: PickerParts) {
  const { say, language } = useText();
  const [chosen, setChosen] = useState("");
  const area = target.area.code;
  const figures = useQuery({
    queryKey: ["bridge-figures", language, area],
    queryFn: ({ signal }) => readObservations({ area }, signal),
    staleTime: 60_000,
  });
  const candidates = candidatesOf(target, figures.data ?? [], bridges);
  if (candidates.length === 0) return null;
  const picked = candidates.find(({ key }) => key === chosen);
  return (
    <div className="bridge-picker">
      <ChoiceField
        label={say("bridge.join")}
        value={chosen}
        options={[
          { value: "", label: say("bridge.joinNone") },
          ...candidates.map(({ key, bridge }) => ({ value: key, label: figureWords(bridge, say) })),
        ]}
        onChange={setChosen}
      />
      <button
        type="button"
        className="button"
        disabled={picked === undefined}
        onClick={() => picked !== undefined && onPick(picked.bridge)}
      >
        {say("bridge.joinAction")}
      </button>
    </div>
  );
}
