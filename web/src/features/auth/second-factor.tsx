import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Section } from "../../ui/page.tsx";
import { useEntry } from "./entry.ts";
import { QrPicture } from "./qr-picture.tsx";
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from "./request.ts";
import { CodeField, SecretField } from "./secret-field.tsx";

type Step = "closed" | "begin" | "scan" | "end";

/** One-time codes of the account: on or off, and the way from one to the other. */
export function SecondFactor({ isOn }: { isOn: boolean }) {
  const { say } = useText();
  const [step, setStep] = useState<Step>("closed");
  const beginning = useMutation({ mutationFn: beginSecondFactor, onSuccess: () => setStep("scan") });
  const close = () => setStep("closed");
  return (
    <Section
      title={say("auth.own.factor")}
      tools={
        <button
          type="button"
          className="button"
          onClick={() => {
            beginning.reset();
            setStep(isOn ? "end" : "begin");
          }}
        >
          {say(isOn ? "auth.own.factorEnd" : "auth.own.factorBegin")}
        </button>
      }
    >
      <p>{say(isOn ? "auth.own.factorOn" : "auth.own.factorOff")}</p>
      {isOn && <p className="quiet">{say("auth.own.factorLost")}</p>}
      {step === "begin" && (
        <PasswordAsked
          action={say("auth.own.factorBegin")}
          isBusy={beginning.isPending}
          error={beginning.error}
          onGiven={beginning.mutate}
          onClose={close}
        />
      )}
      {step === "scan" && beginning.data !== undefined && <Scan enrolment={beginning.data} onClose={close} />}
      {step === "end" && <End onClose={close} />}
    </Section>
  );
}

interface AskedParts {
  readonly action: string;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onGiven: (password: string) => void;
  readonly onClose: () => void;
}

function PasswordAsked({ action, isBusy, error, onGiven, onClose }: AskedParts) {
  const { say } = useText();
  const [password, setPassword] = useState("");
  return (
    <Dialog
      title={say("auth.own.factor")}
      action={action}
      isBusy={isBusy}
      isReady={password !== ""}
      onAction={() => onGiven(password)}
      onClose={onClose}
      {...(error !== null && { error: error.message })}
    >
      <p>{say("auth.own.factorBeginHint")}</p>
      <SecretField
        label={say("auth.current")}
        kind="current-password"
        error={toldOf(error, "password")}
        value={password}
        onChange={setPassword}
      />
    </Dialog>
  );
}

function End({ onClose }: { onClose: () => void }) {
  const { say } = useText();
  const ending = useEntry(endSecondFactor);
  return (
    <PasswordAsked
      action={say("auth.own.factorEndConfirm")}
      isBusy={ending.isPending}
      error={ending.error}
      onGiven={(password) => ending.mutate(password, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function Scan({ enrolment, onClose }: { enrolment: { uri: string; secret: string }; onClose: () => void }) {
  const { say } = useText();
  const [code, setCode] = useState("");
  const confirming = useEntry(confirmSecondFactor);
  return (
    <Dialog
      title={say("auth.own.factor")}
      action={say("auth.own.factorConfirm")}
      isBusy={confirming.isPending}
      isReady={code.length === 6}
      onAction={() => confirming.mutate(code, { onSuccess: onClose, onError: () => setCode("") })}
      onClose={onClose}
      {...(confirming.error !== null && { error: confirming.error.message })}
    >
      <p>{say("auth.own.factorScan")}</p>
      <QrPicture text={enrolment.uri} label={say("auth.own.factorPicture")} />
      <p className="quiet">
        {say("auth.own.factorSecret")}
        {say("page.colon")}
        <code className="break">{enrolment.secret}</code>
      </p>
      <CodeField value={code} onChange={setCode} />
    </Dialog>
  );
}
