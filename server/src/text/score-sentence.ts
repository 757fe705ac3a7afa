/** A sentence with its figures in braces: "{actual} ÷ {target}". What is not there reads as a dash, never as "undefined". */
export function fillSentence(sentence: string, figures: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => figures[name] ?? "—");
}

/** A sentence, or how one is chosen: by direction, by what was counted, by which figures there are. */
export type Sentence<About> = string | ((about: About) => string);

export function chooseSentence<About>(sentence: Sentence<About>, about: About): string {
  return typeof sentence === "string" ? sentence : sentence(about);
}
