import type { Wording } from "../wording.ts";

export const policy: Wording["policy"] = {
  title: "Security policy",
  readOnly:
    "Set by the security administrator. It holds from the next request on, for sessions that there are as well.",
  idleMinutes: "Minutes without use until a session ends",
  sessionHours: "Hours after sign-in until a session ends",
  failuresAllowed: "Failures in a row that lock an account",
  lockMinutes: "Minutes that a lock lasts",
  passwordLength: "Least length of a password",
  passwordDays: "Days until a password must be changed (0: never)",
  range: "{{least}} to {{most}}",
  save: "Save the policy",
  saved: "Saved; it holds from the next request on.",
  failures: {
    title: "Failed sign-ins",
    hint: "The latest first. A user name that does not exist is not kept, as it may be a password typed into the wrong field.",
    at: "Time",
    account: "Account",
    address: "Address",
    reason: "Reason",
    more: "Earlier ones",
    empty: "No sign-in has failed.",
    nobody: "no such user name",
  },
  reasons: {
    "unknown-account": "no such user name",
    locked: "account locked",
    disabled: "account disabled",
    expired: "account expired",
    "no-password": "no password set",
    "wrong-password": "wrong password",
    "wrong-code": "wrong code",
    "single-sign-on": "single sign-on failed",
    other: "other",
  },
};
