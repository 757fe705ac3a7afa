import { mostEvidenceBytes } from "@yuanbiao/core/evidence";
import { expect, it } from "vitest";
import { sizeWords } from "./file-size.ts";

it.each([
  [512, "512 B"],
  [12_288, "12 kB"],
  [3_565_158, "3.4 MB"],
  [1024 * 1024, "1 MB"],
  [mostEvidenceBytes, "20 MB"],
])("%i bytes are %s", (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
