import type { zh } from "./zh.ts";

/** The shape of the wording: what zh-CN has, as plain strings. Every other language must have exactly this. */
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type Wording = Words<typeof zh>;
