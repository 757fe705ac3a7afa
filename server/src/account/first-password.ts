import { randomInt } from "node:crypto";

/** Letters that are not mistaken for each other when they are read from paper. */
const letters = ["abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKMNPQRSTUVWXYZ", "23456789"] as const;
const groups = 4;
const lettersInGroup = 4;

const pick = (from: string): string => from[randomInt(from.length)] ?? "";

/** A password to be told once, of three classes and 16 random letters in groups of four. */
export function makeFirstPassword(): string {
  const all = letters.join("");
  const parts = Array.from({ length: groups }, (_, group) => {
    const first = pick(letters[group % letters.length] ?? all);
    return first + Array.from({ length: lettersInGroup - 1 }, () => pick(all)).join("");
  });
  return parts.join("-");
}
