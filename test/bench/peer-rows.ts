import { join } from "node:path";
import type { Observation } from "@yuanbiao/core/observation";
import { getPeriod } from "@yuanbiao/core/period";
import type { Target } from "@yuanbiao/core/target";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listTargets } from "@yuanbiao/db/queries/target";
import Database from "better-sqlite3";
import pg from "pg";
import { isDatabase, openPlace } from "./ground.ts";
import type { Peer } from "./peer-program.ts";

const targetFields = ["name", "area", "indicator", "caliber", "due", "comparator", "value"] as const;
const figureFields = ["period", "value", "unit", "stage", "document"] as const;
/** What the question filters, joins and sorts by. */
const indexes = [
  "create index target_area on target (area)",
  "create index figure_target on figure (target, period_end)",
];
const rowsPerStatement = 500;

type Row = readonly (string | null)[];
interface Table {
  readonly name: "target" | "figure";
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Our targets in force and our figures in force as plain tables; a figure names the target that it is measured by. */
async function tablesOf(place: string): Promise<Table[]> {
  const store = await openPlace(place);
  const targets = await listTargets(store, { asOf: null }, {});
  const figures = await listObservations(store, { asOf: null, publishedBy: null });
  await store.close();
  const key = ({ area, indicator }: Versioned<Target> | Versioned<Observation>): string => `${area} ${indicator}`;
  const measured = new Map(targets.map((target) => [key(target), target.id]));
  return [
    {
      ...{ name: "target", columns: ["id", ...targetFields] },
      rows: targets.map((target) => [target.id, ...targetFields.map((field) => target[field])]),
    },
    {
      ...{ name: "figure", columns: ["id", "target", "period_end", ...figureFields] },
      rows: figures.map((figure) => [
        ...[figure.id, measured.get(key(figure)) ?? null, getPeriod(figure.period).end],
        ...figureFields.map((field) => figure[field]),
      ]),
    },
  ];
}

/** Two collections and the relation between them, made by the platform itself. */
async function makeCollections(peer: Peer, tables: readonly Table[]): Promise<void> {
  const id = { field: "id", type: "string", schema: { is_primary_key: true }, meta: {} };
  for (const { name, columns } of tables) {
    const others = columns.filter((column) => column !== "id");
    const fields = others.map((field) => ({ field, type: "string", schema: {}, meta: {} }));
    await peer.send("POST", "/collections", { collection: name, schema: {}, meta: {}, fields: [id, ...fields] });
  }
  await peer.send("POST", "/fields/target", { field: "figures", type: "alias", meta: { special: ["o2m"] } });
  const relation = { collection: "figure", field: "target", related_collection: "target" };
  await peer.send("POST", "/relations", { ...relation, meta: { one_field: "figures" }, schema: {} });
}

function* statementsOf({ name, columns, rows }: Table): Generator<{ rows: readonly Row[]; text: string }> {
  for (let first = 0; first < rows.length; first += rowsPerStatement) {
    const part = rows.slice(first, first + rowsPerStatement);
    let position = 0;
    const place = (): string => {
      position += 1;
      return `$${position}`;
    };
    const values = part.map((row) => `(${row.map(place).join(", ")})`).join(", ");
    yield { rows: part, text: `insert into ${name} (${columns.join(", ")}) values ${values}` };
  }
}

async function runOn(place: string, statements: readonly { text: string; values: readonly unknown[] }[]) {
  if (isDatabase(place)) {
    const client = new pg.Client({ connectionString: place });
    await client.connect();
    for (const { text, values } of statements) await client.query(text, [...values]);
    await client.end();
    return;
  }
  const database = new Database(join(place, "data.db"), { timeout: 10_000 });
  for (const { text, values } of statements) database.prepare(text.replaceAll(/\$\d+/g, "?")).run(...values);
  database.close();
}

/** Gives the platform the rows of ours, with indexes for the question; its own way in would take an hour. */
export async function exportTo(peer: Peer, own: string, place: string): Promise<void> {
  const tables = await tablesOf(own);
  await makeCollections(peer, tables);
  const inserts = tables.flatMap((table) =>
    [...statementsOf(table)].map(({ rows, text }) => ({ text, values: rows.flat() })),
  );
  const others = [...indexes, "analyze"].map((text) => ({ text, values: [] }));
  await runOn(place, [...inserts, ...others]);
}
