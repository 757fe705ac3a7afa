import { EvaluationView } from "@yuanbiao/server/evaluation/shape";
import { codeOf, type Ledger } from "./filing.ts";
import type { Prepared } from "./prepare.ts";
import { sendUntilAnswered, type Target } from "./send.ts";

interface Sealing {
  readonly target: Target;
  readonly prepared: Prepared;
  readonly ledger: Ledger;
  readonly isOver: () => boolean;
}

/** Seals an assessment, sent again with its key until it is answered; gives whether it was acknowledged. */
export async function seal({ target, prepared, ledger, isOver }: Sealing, id: string): Promise<boolean> {
  const cookie = prepared.cookies.assessor;
  const path = `/api/evaluations/${id}`;
  const read = await sendUntilAnswered(target, { method: "GET", path, cookie }, { isOver });
  const { version } = EvaluationView.parse(read.body);
  const sending = { method: "POST", path: `${path}/seal`, cookie, body: {}, version, key: `seal-${id}` };
  const { status, body, sent } = await sendUntilAnswered(target, sending, { isOver });
  ledger.answered += 1;
  if (sent > 1) ledger.repeated += 1;
  const isDone = status === 200 || (status === 409 && codeOf(body) === "idempotency-pending");
  if (!isDone) ledger.faults.push(`${sending.path}: ${status} ${JSON.stringify(body)}`);
  return isDone;
}
