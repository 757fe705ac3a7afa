import type { Ids } from "./ids.ts";
import { each, type Sample, type Samples } from "./sample.ts";
import { password } from "./template.ts";

const victims = ["victim.one", "victim.two", "victim.three", "victim.four"];
const grants = [{ role: "leader", areas: [], department: null }];
const policy = { idleMinutes: 30, sessionHours: 12, failuresAllowed: 10, lockMinutes: 5 };
const ofAccounts = (make: (account: string) => Omit<Sample, "params">): Sample[] =>
  each(victims, (account) => ({ ...make(account), params: { account } }));

/** Signing in, accounts, keys, policy, the trail. */
export const accountSamples = ({ keys, jobs }: Ids): Samples => ({
  "POST /api/auth/sign-in/username": each(["leader", "victim.one", "nobody.here"], (username) => ({
    ...{ who: "nobody", body: { username, password } },
  })),
  "POST /api/auth/link": [{ who: "nobody", body: { token: "x".repeat(43), password: "Vq7-mist-Garage" } }],
  "POST /api/auth/second-factor/verify": [{ who: "nobody", body: { code: "123456" } }],
  "POST /api/auth/sign-out": each(["leader", "roleless"], (who) => ({ who, body: {} })),
  "POST /api/auth/sign-out-everywhere": [{ who: "expert3", body: {} }],
  "POST /api/auth/change-password": [
    { who: "expert2", body: { currentPassword: password, newPassword: "Vq7-mist-Garage" } },
  ],
  "POST /api/auth/second-factor/enable": each(["expert3", "expert2"], (who) => ({ who, body: { password } })),
  "POST /api/auth/second-factor/confirm": [{ who: "expert3", body: { code: "123456" } }],
  "POST /api/auth/second-factor/disable": [{ who: "expert3", body: { password } }],
  "POST /api/accounts": each(["new.one", "new.two", "new.three"], (account) => ({
    ...{ who: "admin", body: { account, name: "新人", office: "园区", phone: "1", singleSignOn: false } },
  })),
  "PATCH /api/accounts/{account}": ofAccounts((account) => ({ who: "admin", body: { name: account, office: "新" } })),
  "POST /api/accounts/{account}/reset-password": ofAccounts(() => ({ who: "admin", body: {} })),
  "POST /api/accounts/{account}/unlock": ofAccounts(() => ({ who: "admin", body: {} })),
  "POST /api/accounts/{account}/remove-second-factor": ofAccounts(() => ({ who: "admin", body: {} })),
  "PUT /api/accounts/{account}/grants": ofAccounts(() => ({ who: "security", body: { grants } })),
  "POST /api/keys": each(["leader", "expert", "clerk"], (who) => ({
    ...{ who, body: { name: "交换", scope: "read", expiresOn: "2027-06-30" } },
  })),
  "POST /api/keys/{id}/revoke": each(keys, (id) => ({ who: "security", params: { id }, body: {} })),
  "POST /api/keys/own/{id}/revoke": each(keys, (id) => ({ who: "leader", params: { id }, body: {} })),
  "PUT /api/policy": [{ who: "security", body: { ...policy, passwordLength: 10, passwordDays: 0 } }],
  "GET /api/jobs/{id}": jobs.map((id, at) => ({ who: at === 0 ? "leader" : "assessor", params: { id } })),
  "POST /api/audit/verify": [{ who: "auditor", body: {} }],
  "POST /api/exports": each(["leader", "clerk", "roleless"], (who) => ({
    ...{ who, body: { table: "目标一览", format: "csv", rows: 3, page: "/targets" } },
  })),
});
