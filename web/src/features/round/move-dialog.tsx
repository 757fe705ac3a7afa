import type { Round } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useRoundChange } from "./query.ts";
import { moveRound } from "./request.ts";

export type Move = "open" | "closed" | "archived";
const words = { open: "open", closed: "close", archived: "archive" } as const;

/** Opens, closes or archives a round, after saying what happens then. */
export function MoveDialog({ round, move, onClose }: { round: Round; move: Move; onClose: () => void }) {
  const { say } = useText();
  const change = useRoundChange(() => moveRound(round.code, round.version, move));
  const { reports } = round;
  const word = words[move];
  return (
    <Dialog
      title={say(`round.${word}.title`)}
      action={say(`round.${word}.action`)}
      isBusy={change.isPending}
      error={change.error?.message}
      onClose={onClose}
      onAction={() => change.mutate(undefined, { onSuccess: onClose })}
    >
      <p>
        {say(`round.${word}.text`, {
          areas: round.areas.length,
          lines: round.lines.length,
          taken: reports.accepted ?? 0,
          open: (reports.draft ?? 0) + (reports.returned ?? 0) + (reports.submitted ?? 0),
        })}
      </p>
    </Dialog>
  );
}
