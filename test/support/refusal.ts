import { Problem } from "@yuanbiao/server/shape";

/** Status and code of an answer that is a problem document. */
export async function codeOf(response: Promise<Response>): Promise<[number, string]> {
  const answer = await response;
  return [answer.status, Problem.parse(await answer.json()).code];
}

/** The header by which a write names the version that it has seen. */
export const match = (version: number) => ({ "if-match": String(version) });
