import type { Wording } from "../wording.ts";

export const role: Wording["role"] = {
  clerk: "clerk",
  approver: "park approver",
  verifier: "verifier",
  coordinator: "coordinating office",
  assessor: "assessment office",
  expert: "expert",
  leader: "leader",
  admin: "system administrator",
  security: "security administrator",
  auditor: "auditor",
};
