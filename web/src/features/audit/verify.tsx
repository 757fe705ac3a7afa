import { useMutation } from "@tanstack/react-query";
import type { Area } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Notice } from "../../ui/notice.tsx";
import { type AuditCheck, verifyTrail } from "./request.ts";

/** Walks along the chain, and says in words whether it is whole. */
export function Verify({ areas }: { areas: readonly Area[] }) {
  const { say } = useText();
  const verifying = useMutation({ mutationFn: () => verifyTrail() });
  return (
    <div className="verify">
      <button type="button" className="button" disabled={verifying.isPending} onClick={() => verifying.mutate()}>
        {say(verifying.isPending ? "audit.verifying" : "audit.verify")}
      </button>
      {verifying.data !== undefined && <Answer check={verifying.data} areas={areas} />}
      {verifying.error !== null && (
        <p className="field-error" role="alert">
          {verifying.error.message}
        </p>
      )}
    </div>
  );
}

function Answer({ check: { entries, broken }, areas }: { check: AuditCheck; areas: readonly Area[] }) {
  const { say } = useText();
  if (broken === null) return <Notice isLive>{say("audit.sound", { count: entries ?? 0 })}</Notice>;
  const named = areas.find(({ code }) => code === broken.area)?.name;
  const area = broken.area === "system" ? say("audit.system") : (named ?? broken.area);
  return (
    <Notice kind="bad" isLive>
      {say("audit.broken", { area, seq: broken.seq, fault: say(`audit.faults.${broken.fault}`) })}
    </Notice>
  );
}
