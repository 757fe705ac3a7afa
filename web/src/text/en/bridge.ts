import type { Wording } from "../wording.ts";

export const bridge: Wording["bridge"] = {
  title: "Bridges between calibers",
  note: "These figures are not counted exactly as the target is. A confirmation names a person, a day and a document; what is rejected is not compared. A change moves the verdict at once, and every earlier one is kept.",
  figure: "Figure",
  verdict: "Verdict",
  reason: "Reason",
  document: "Document",
  edit: "Decide",
  editOf: "Decide on the bridge: {{figure}}",
  dialog: "Bridge: {{figure}}",
  standing: "Now: {{verdict}}. {{reason}}",
  decide: "Verdict",
  options: {
    confirmed: "Confirm: comparable",
    mismatch: "Reject: counted otherwise, not compared",
    assumed: "To be confirmed: compared for now, marked provisional",
  },
  reasonHint: "Say how the calibers differ and what the verdict rests on; the target's page shows it.",
  confirmedBy: "Confirmed by (office, name)",
  confirmedOn: "Confirmed on",
  save: "Save the verdict",
  saved: "Saved: {{verdict}}.",
};
