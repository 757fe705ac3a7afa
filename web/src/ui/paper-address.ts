/** The address of a paper with what is asked of it; what is not said is left out. */
export function paperAddress(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const search = new URLSearchParams(said).toString();
  return search === "" ? path : `${path}?${search}`;
}
