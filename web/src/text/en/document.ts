import type { Wording } from "../wording.ts";

export const document: Wording["document"] = {
  choose: "choose a document",
  new: "register a new one…",
  name: "Name of the document",
  number: "Number (if any)",
  publisher: "Issued by (if known)",
  publishedOn: "Published on (if known)",
};
