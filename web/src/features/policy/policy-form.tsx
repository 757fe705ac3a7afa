import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SecurityPolicy } from "@yuanbiao/core/security-policy";
import { useState } from "react";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { Field } from "../../ui/field.tsx";
import { Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/state.tsx";
import { type Policy, readPolicy, setPolicy } from "./request.ts";
import "./policy.css";

const ranges = {
  idleMinutes: [5, 480],
  sessionHours: [1, 24],
  failuresAllowed: [3, 10],
  lockMinutes: [5, 1440],
  passwordLength: [10, 64],
  passwordDays: [0, 366],
} as const satisfies Record<keyof SecurityPolicy, readonly [number, number]>;
const names = [
  "idleMinutes",
  "sessionHours",
  "failuresAllowed",
  "lockMinutes",
  "passwordLength",
  "passwordDays",
] as const;

/** The security policy; who may not change it reads it. */
export function PolicySection({ isFixed }: { isFixed: boolean }) {
  const { say } = useText();
  const query = useQuery({ queryKey: ["policy"], queryFn: ({ signal }) => readPolicy(signal), staleTime: 5_000 });
  return (
    <Section title={say("policy.title")} note={say("policy.readOnly")}>
      <Loaded query={query}>{(policy) => <Form key={policy.version} policy={policy} isFixed={isFixed} />}</Loaded>
    </Section>
  );
}

function Form({ policy: { version, ...policy }, isFixed }: { policy: Policy; isFixed: boolean }) {
  const { say } = useText();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<SecurityPolicy>(policy);
  const [isSaved, setSaved] = useState(version > 0 && queries.getQueryData(["policy-saved"]) === version);
  const saving = useMutation({
    mutationFn: () => setPolicy(version, wanted),
    onSuccess: (saved) => {
      queries.setQueryData(["policy-saved"], saved.version);
      queries.setQueryData(["policy"], saved);
    },
    onError: () => queries.invalidateQueries({ queryKey: ["policy"] }),
  });
  return (
    <form
      className="policy-form"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      {names.map((name) => {
        const [least, most] = ranges[name];
        return (
          <Field
            key={name}
            label={say(`policy.${name}`)}
            hint={say("policy.range", { least, most })}
            error={toldOf(saving.error, name)}
          >
            {(control) => (
              <input
                {...control}
                type="number"
                className="input"
                min={least}
                max={most}
                required
                readOnly={isFixed}
                value={wanted[name]}
                onChange={({ target }) => {
                  setSaved(false);
                  setWanted({ ...wanted, [name]: Number(target.value) });
                }}
              />
            )}
          </Field>
        );
      })}
      {saving.error !== null && (
        <p className="dialog-error" role="alert">
          {saving.error.message}
        </p>
      )}
      {!isFixed && (
        <div className="policy-foot">
          {isSaved && <span role="status">{say("policy.saved")}</span>}
          <button type="submit" className="button button-primary" disabled={saving.isPending}>
            {say("policy.save")}
          </button>
        </div>
      )}
    </form>
  );
}
