import { type AccountRole, type Actor, accountRoles, excludeEachOther, type Grant, may } from "@yuanbiao/core/access";
import { useState } from "react";
import { toldOf } from "../../fault.ts";
import { type Say, useText } from "../../text/text.ts";
import { ChoiceField } from "../../ui/field.tsx";
import { AreaTicks } from "./area-ticks.tsx";
import { type Reaches, useAccountChange } from "./query.ts";
import { reachWords } from "./reach-words.ts";
import { type Account, setGrants } from "./request.ts";

interface EditorParts {
  readonly account: Account;
  readonly accounts: readonly Account[];
  readonly reaches: Reaches;
  readonly actor: Actor;
}

const atFirst: readonly AccountRole[] = ["security", "auditor"];
const isOf = (account: Account, role: AccountRole): boolean => account.grants.some((grant) => grant.role === role);

/** Which roles the reader may give; none, with the reason, where that is somebody else's. */
function givable({ account, accounts, actor }: EditorParts): { roles: readonly AccountRole[]; told: Told | null } {
  const isSecurity = actor.grants.some(({ role }) => role === "security");
  if (!may(actor, "grant.manage")) return { roles: [], told: "bySecurity" };
  if (account.account === actor.account) return { roles: [], told: "own" };
  if (isSecurity) return { roles: accountRoles, told: null };
  const isGuarded = accounts.some((one) => isOf(one, "security") && !one.disabled);
  return isGuarded ? { roles: [], told: "bySecurity" } : { roles: atFirst, told: "atFirst" };
}
type Told = "bySecurity" | "own" | "atFirst";

/** The roles of an account: given and withdrawn together, with what excludes what. */
export function GrantEditor(parts: EditorParts) {
  const { say } = useText();
  const { roles, told } = givable(parts);
  return (
    <>
      {told !== null && <p className="quiet">{say(`account.grants.${told}`)}</p>}
      {roles.length === 0 ? <Held {...parts} /> : <Form {...parts} roles={roles} />}
    </>
  );
}

function Held({ account, reaches }: EditorParts) {
  const { say } = useText();
  if (account.grants.length === 0) return <p>{say("account.states.noRole")}</p>;
  return (
    <ul>
      {account.grants.map((grant) => (
        <li key={grant.role}>
          {say(`role.${grant.role}`)}
          {reachWords(grant, reaches, say)}
        </li>
      ))}
    </ul>
  );
}

function Form({ account, reaches, roles }: EditorParts & { roles: readonly AccountRole[] }) {
  const { say } = useText();
  const [grants, setWanted] = useState<readonly Grant[]>(account.grants);
  const saving = useAccountChange((wanted: readonly Grant[]) => setGrants(account, [...wanted]));
  const change = (next: Grant) => setWanted(grants.map((grant) => (grant.role === next.role ? next : grant)));
  const faults = accountRoles.map((role) => toldOf(saving.error, role)).filter((fault) => fault !== undefined);
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(grants);
      }}
    >
      <p className="quiet">{say("account.grants.hint")}</p>
      {roles.map((role) => {
        const held = grants.find((grant) => grant.role === role);
        const against = held === undefined ? grants.find((grant) => excludeEachOther(grant.role, role)) : undefined;
        return (
          <div key={role} className="grant">
            <label className="tick">
              <input
                type="checkbox"
                checked={held !== undefined}
                disabled={against !== undefined}
                onChange={() => setWanted(held === undefined ? [...grants, blank(role)] : without(grants, role))}
              />
              <span>
                {say(`role.${role}`)}
                {against !== undefined && <span className="quiet grant-why">{whyNot(role, against.role, say)}</span>}
              </span>
            </label>
            {held !== undefined && <Reach grant={held} reaches={reaches} onChange={change} />}
          </div>
        );
      })}
      {saving.error !== null && (
        <p className="field-error" role="alert">
          {faults.length > 0 ? faults.join(" ") : saving.error.message}
        </p>
      )}
      <div className="account-foot">
        {account.grants.length > 0 && (
          <button type="button" className="button" disabled={saving.isPending} onClick={() => saving.mutate([])}>
            {say("account.grants.withdraw")}
          </button>
        )}
        <button type="submit" className="button button-primary" disabled={saving.isPending}>
          {say("account.grants.save")}
        </button>
      </div>
    </form>
  );
}

const blank = (role: AccountRole): Grant => ({ role, areas: [], department: null });
const without = (grants: readonly Grant[], role: AccountRole) => grants.filter((grant) => grant.role !== role);

const administrators: readonly AccountRole[] = ["admin", "security", "auditor"];
const park: readonly AccountRole[] = ["clerk", "approver"];

/** Why a role cannot be ticked beside another. */
function whyNot(role: AccountRole, other: AccountRole, say: Say): string {
  const pair = [role, other];
  const some = (set: readonly AccountRole[]) => pair.some((one) => set.includes(one));
  const why = some(administrators) ? "administrator" : some(park) ? "park" : "apart";
  return say("account.grants.excluded", { role: say(`role.${other}`), why: say(`account.grants.why.${why}`) });
}

interface ReachParts {
  readonly grant: Grant;
  readonly reaches: Reaches;
  readonly onChange: (grant: Grant) => void;
}

/** For which areas, or of which department. */
function Reach({ grant, reaches, onChange }: ReachParts) {
  const { say } = useText();
  if (park.includes(grant.role)) {
    return <AreaTicks areas={reaches.areas} chosen={grant.areas} onChange={(areas) => onChange({ ...grant, areas })} />;
  }
  if (grant.role !== "verifier") return null;
  const options = reaches.departments.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <ChoiceField
      label={say("account.grants.department")}
      value={grant.department ?? ""}
      options={[{ value: "", label: say("account.grants.chooseDepartment") }, ...options]}
      onChange={(department) => onChange({ ...grant, department: department === "" ? null : department })}
    />
  );
}
