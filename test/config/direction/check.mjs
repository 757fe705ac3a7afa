// Who may import whom (README, Map). Needs a TypeScript with a programming interface, hence the package of its own.
import { join } from "node:path";
import { cruise } from "dependency-cruiser";

const root = join(import.meta.dirname, "..", "..", "..");
const source = "^(core|db|seeds|server|web)/src/";
const tests = "\\.test\\.tsx?$";
const nouns =
  "account|area|audit|auth|backup|bridge|caliber|check|decision|department|document|docs|evaluation|evidence|export|health|indicator|job|key|letter|objection|observation|operation|pages|panel|policy|progress|report|round|scheme|scoring|series|summary|target|task";

const allowed = {
  core: ["core"],
  db: ["core", "db"],
  seeds: ["core", "db", "seeds"],
  server: ["core", "db", "server"],
  web: ["core", "web"],
};

const packages = Object.entries(allowed).map(([from, to]) => ({
  name: `${from}-imports-${to.join("-")}-alone`,
  severity: "error",
  from: { path: `^${from}/src/`, ...(from === "web" && { pathNot: "^web/src/api\\.ts$" }) },
  to: { path: "^(core|db|seeds|server|web|test)/", pathNot: `^(${to.join("|")})/` },
}));

const forbidden = [
  ...packages,
  { name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^virtual:" } },
  { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
  {
    name: "page-takes-one-type-from-server",
    severity: "error",
    from: { path: "^web/src/api\\.ts$" },
    to: { path: "^(db|seeds|server)/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "drivers-in-db-alone",
    severity: "error",
    from: { pathNot: "^(db/|test/)" },
    to: { path: "node_modules/(drizzle-orm|better-sqlite3|pg|@electric-sql)" },
  },
  {
    name: "core-is-pure",
    severity: "error",
    from: { path: "^core/src/", pathNot: tests },
    to: { dependencyTypes: ["core", "npm-dev"] },
  },
  {
    name: "server-nouns-apart",
    severity: "error",
    from: { path: `^server/src/(${nouns})/` },
    to: { path: `^server/src/(${nouns})/`, pathNot: "^server/src/$1/" },
  },
  {
    name: "features-apart",
    severity: "error",
    from: { path: "^web/src/features/([^/]+)/" },
    to: { path: "^web/src/features/", pathNot: "^web/src/features/$1/" },
  },
  {
    name: "parts-know-no-feature",
    severity: "error",
    from: { path: "^web/src/(ui|charts|text|api\\.ts)" },
    to: { path: "^web/src/(features|routes)/" },
  },
  {
    name: "no-examples-in-the-product",
    severity: "error",
    from: { path: source, pathNot: `${tests}|example\\.ts$` },
    to: { path: "core/src/example\\.ts$" },
  },
];

const result = await cruise(
  ["core/src", "db/src", "seeds/src", "server/src", "web/src"],
  {
    baseDir: root,
    ruleSet: { forbidden },
    validate: true,
    outputType: "err",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    combinedDependencies: true,
  },
  {
    extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".css"],
    conditionNames: ["import", "types", "default"],
    exportsFields: ["exports"],
  },
);
console.log(result.output);
const seen = Number(/(\d+) modules/.exec(String(result.output))?.[1] ?? "0");
if (seen < 100) {
  console.error(`only ${seen} modules were seen: the check did not look`);
  process.exit(1);
}
process.exit(result.exitCode);
