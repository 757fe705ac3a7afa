import { api, good, type ItemOf, type Read, readAll, until } from "../../api.ts";

export type Letter = ItemOf<Read<typeof api.letters.$get>>;
export type LetterBody = Parameters<typeof api.letters.$post>[0]["json"];

export const readLetters = (signal: AbortSignal) =>
  readAll(async (page) => (await good(api.letters.$get({ param: {}, query: page }, until(signal)))).json());

export const sendLetter = async (json: LetterBody) =>
  (await good(api.letters.$post({ param: {}, query: {}, header: {}, json }))).json();

export const paperOf = (id: string): string => `/api/letters/${encodeURIComponent(id)}/letter.docx`;

/** Saves the Word file of a letter. */
export function savePaper(id: string): void {
  const link = document.createElement("a");
  link.href = paperOf(id);
  link.download = "";
  link.click();
}
