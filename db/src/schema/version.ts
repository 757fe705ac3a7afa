import { changeReasons } from "@yuanbiao/core/observation";
import type { Kit } from "../kit.ts";

/** What every versioned table carries. Nothing is overwritten: a new version closes the one before (supersededAt). */
export function versionColumns(kit: Kit) {
  return {
    version: kit.integer("version").notNull(),
    recordedAt: kit.instant("recorded_at").notNull(),
    supersededAt: kit.instant("superseded_at"),
    recordedBy: kit.text("recorded_by").notNull(),
    changeReason: kit.choice("change_reason", changeReasons).notNull(),
    changeNote: kit.text("change_note"),
  };
}

/** A name in both languages. */
export function nameColumns(kit: Kit) {
  return { name: kit.text("name").notNull(), nameEn: kit.text("name_en") };
}

/** A remark in both languages. */
export function noteColumns(kit: Kit) {
  return { note: kit.text("note"), noteEn: kit.text("note_en") };
}

/** From when and until when something holds, as exactly as the source says. */
export function effectiveColumns(kit: Kit) {
  return { from: kit.day("effective_from"), to: kit.day("effective_to") };
}
