/** Gives names to statements that come again and again: a server prepares and plans what has a name once a connection. */
export type NameOf = (text: string) => string | undefined;

/** A statement is worth a name from this use on. */
const frequent = 5;
/** Every connection holds every statement that has a name, for as long as it lasts. */
const mostNames = 250;
/** Lists of values and of rows make texts of many lengths; most are seen once. */
const mostCounted = 2000;

/** Two statements never have one name, and one has the same on every connection. */
export function makeNameOf(): NameOf {
  const names = new Map<string, string>();
  const uses = new Map<string, number>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostNames) return known;
    const count = (uses.get(text) ?? 0) + 1;
    if (count < frequent) {
      if (uses.size >= mostCounted) uses.clear();
      uses.set(text, count);
      return undefined;
    }
    uses.delete(text);
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
}
