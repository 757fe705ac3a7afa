import { inflateRawSync } from "node:zlib";

/** The text of one part of an Office file, found by its local header. */
export async function readXml(bytes: Uint8Array, part: string): Promise<string> {
  const file = Buffer.from(bytes);
  const directory = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = file.readUInt32LE(directory + 16);
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((place, index) =>
      index === 0 ? file.readUInt32LE(at + place) : file.readUInt16LE(at + place),
    );
    const title = file.subarray(at + 46, at + 46 + Number(name)).toString("utf8");
    if (title === part) return contentAt(file, file.readUInt32LE(at + 42), Number(size), file.readUInt16LE(at + 10));
    at += 46 + Number(name) + Number(extra) + Number(comment);
  }
  throw new Error(`${part} is not in the file`);
}

function contentAt(file: Buffer, header: number, size: number, method: number): string {
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
  const packed = file.subarray(start, start + size);
  return (method === 0 ? packed : inflateRawSync(packed)).toString("utf8");
}

const textOf = (xml: string): string =>
  xml
    .replace(/<\/w:p>(?=[\s\S]*<w:p[ >])/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&apos;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** What a Word file says: its text, and the cells of its tables' rows. */
export async function readWord(bytes: Uint8Array): Promise<{ text: string; rows: string[][] }> {
  const xml = await readXml(bytes, "word/document.xml");
  const rows = [...xml.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)].map(([row]) =>
    [...row.matchAll(/<w:tc>([\s\S]*?)<\/w:tc>/g)].map(([, cell = ""]) => textOf(cell)),
  );
  return { text: textOf(xml), rows };
}
