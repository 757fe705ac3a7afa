/** What would make a target judgeable: a figure, both parts of a ratio, a confirmed caliber, or a decision. */
export const missingNeeds = ["figure", "part", "caliber", "confirmation", "evidence", "decision"] as const;
export type MissingNeed = (typeof missingNeeds)[number];
