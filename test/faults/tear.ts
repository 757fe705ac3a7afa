import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeBackup } from "@yuanbiao/server/backup/make";
import { Problem } from "@yuanbiao/server/shape";
import { type Fault, faultOf } from "../load/settle.ts";
import { add, added, content, listed, openEvidenceDesk, pdf, report } from "../support/evidence.ts";
import { addressOf, type Desk } from "../support/reporting.ts";

export interface Torn {
  readonly files: number;
  /** Downloads that said what is wrong, and files that were whole again once somebody had brought them anew. */
  readonly told: number;
  readonly healed: number;
  /** Files that a backup named. */
  readonly named: number;
  readonly faults: readonly Fault[];
}

const damages: Readonly<Record<string, (place: string) => void>> = {
  truncated: (place) => truncateSync(place, 7),
  emptied: (place) => truncateSync(place, 0),
  flipped: (place) => {
    const bytes = readFileSync(place);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    writeFileSync(place, bytes);
  },
  missing: (place) => rmSync(place),
};

/** Damages files beside a report on disk, in every way, and asks for them. */
export async function tearFiles(): Promise<Torn> {
  const desk = await openEvidenceDesk();
  try {
    return await tear(desk);
  } finally {
    await desk.close();
  }
}

async function tear(desk: Desk): Promise<Torn> {
  const { clerk } = desk.people;
  const faults: Fault[] = [];
  const broken = (what: string) => void faults.push(faultOf("broken", what));
  const names = Object.keys(damages);
  const ids = new Map<string, string>();
  for (const name of names) ids.set(name, await added(clerk, pdf(name), `${name}.pdf`));
  for (const file of await listed(clerk)) damages[file.fileName.replace(".pdf", "")]?.(placeOf(desk, file.hash));
  let told = 0;
  for (const [name, id] of ids) {
    const said = await Promise.all(["zh-CN", "en"].map((language) => problemOf(desk, id, language)));
    const [chinese, english] = said;
    const isTold = said.every((one) => one?.code === "evidence-damaged") && chinese?.detail !== english?.detail;
    if (isTold) told += 1;
    else broken(`${name}: ${JSON.stringify(said)}`);
  }
  const page = await clerk.ask(addressOf(report));
  if (page.status !== 200 || (await listed(clerk)).length !== names.length) broken("the report does not open");
  const folder = join(desk.served.folder, "backups");
  const { missing } = await makeBackup(desk.served.context, { folder, passphrase: null, secret: null });
  if (missing.length !== names.length) broken(`a backup names ${missing.length} of ${names.length} files`);
  let healed = 0;
  for (const [name, id] of ids) {
    await add(clerk, pdf(name), `${name} 2.pdf`);
    const response = await clerk.ask(content(id));
    const isWhole = Buffer.from(await response.arrayBuffer()).equals(Buffer.from(pdf(name)));
    if (response.status === 200 && isWhole) healed += 1;
    else broken(`${name}: brought anew, and ${response.status}`);
  }
  return { files: names.length, told, healed, named: missing.length, faults };
}

const placeOf = ({ served }: Desk, hash: string): string => join(served.folder, "evidence", hash.slice(0, 2), hash);

async function problemOf(desk: Desk, id: string, language: string): Promise<Problem | undefined> {
  const response = await desk.people.clerk.ask(content(id), { headers: { "accept-language": language } });
  return Problem.safeParse(await response.json().catch(() => undefined)).data;
}
