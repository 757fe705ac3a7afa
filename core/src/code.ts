import { z } from "zod";

/** A short, stable name for use in URLs and files: letters, digits, dots and hyphens. */
export const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/, "malformed-code");

/** A name in Chinese (obligatory) and in English (shown on the English pages; falls back to the Chinese one). */
export const named = { name: z.string().trim().min(1), nameEn: z.string().trim().min(1).nullable() };
