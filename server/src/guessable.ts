/** What examples and manuals write where a secret belongs. */
const placeholders = [
  "changeme changethis change replaceme replacethis replace insert enter please putyour your yuanbiao metricstoken",
  "authsecret secretkey secret password passphrase passwd token cookie session signing default example sample",
  "placeholder dummy demo testing test development production prod localhost local admin root random string value",
  "characters chars least minimum must should letmein welcome qwertyuiop qwerty asdfghjkl asdfgh zxcvbnm iloveyou",
].flatMap((line) => line.split(" "));
const longestFirst = [...new Set(placeholders)].sort((a, b) => b.length - a.length);
const lettersNeeded = 7;

/** Letters that are no placeholder, no run (abcd, 4321) and no repetition of the one before. */
function leftOver(text: string): string {
  let rest = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  for (const word of longestFirst) rest = rest.replaceAll(word, "");
  const codes = [...rest].map((letter) => letter.codePointAt(0) ?? 0);
  return [...rest]
    .filter((_, at) => Math.abs((codes[at] ?? 0) - (codes[at - 1] ?? Number.NaN)) > 1 || at === 0)
    .join("");
}

/** Whether a text is a shorter one, twice or more. */
function isRepeated(text: string): boolean {
  const lengths = Array.from({ length: Math.floor(text.length / 2) }, (_, at) => at + 1);
  return lengths.some((length) => text.startsWith(text.slice(length)));
}

/** Whether a secret is one that somebody tries early; `needed` letters must be left beside what is plain in it. */
export function isGuessable(secret: string, needed: number): boolean {
  const left = leftOver(secret);
  return isRepeated(secret) || left.length < needed || new Set(left).size < lettersNeeded;
}
