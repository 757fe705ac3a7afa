/** Who holds something that was typed and is not stored yet. */
const holders = new Set<() => boolean>();

/** Says so of a page for as long as it is open; gives what ends that. */
export function holdUnsaved(has: () => boolean): () => void {
  holders.add(has);
  return () => holders.delete(has);
}

/** Whether something would be lost if the page went away now. */
export function isAnythingUnsaved(): boolean {
  return [...holders].some((has) => has());
}
