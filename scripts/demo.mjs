// A second, made-up city with every workflow in every state: at least one account a role, loopback only, remade at each start.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { demoYears, loadDemo } from "../seeds/src/demo.ts";
import { demoValue } from "../seeds/src/demo-figures.ts";
import { demoLines } from "../seeds/src/demo-indicators.ts";
import { demoCity, demoParks } from "../seeds/src/demo-places.ts";
import { loadShippedSchemes } from "../seeds/src/shipped-schemes.ts";
import { loadStandardChecks } from "../seeds/src/standard-checks.ts";
import { makeFirstPassword } from "../server/src/account/first-password.ts";
import { demoPeople } from "../server/src/demo/people.ts";
import { demoToday } from "../server/src/demo/play.ts";
import { prepareDemo } from "../server/src/demo/prepare.ts";
import { build } from "./build.mjs";

build();
const dataDir = join(import.meta.dirname, "..", "data", "demo");
rmSync(dataDir, { recursive: true, force: true });
const today = demoToday();
const { firstYear, quartersEnded, ...years } = demoYears(today);
const people = demoPeople(demoParks);
const password = process.env.DEMO_PASSWORD || makeFirstPassword();
const script = { city: demoCity, parks: demoParks, lines: demoLines, caliber: "yx-park", today, valueOf: demoValue };
await prepareDemo({
  ...{ dataDir, people, password, script: { ...script, firstYear, quartersEnded } },
  load: async (store) => {
    await loadDemo(store, { firstYear, quartersEnded, ...years });
    await loadStandardChecks(store);
    await loadShippedSchemes(store);
  },
});

process.env.DATA_DIR = dataDir;
process.env.HOST = "127.0.0.1";
for (const name of ["DATABASE_URL", "TLS_CERT", "TLS_KEY", "TRUSTED_PROXY"]) delete process.env[name];
await import("../server/src/main.ts");
console.log("演示数据，与任何真实城市无关。Demonstration data, of no real city.");
console.log(`密码（所有账号）password of every account: ${password}`);
for (const { id, name, office, grant } of people) {
  console.log(`  ${id.padEnd(12)} ${grant.role.padEnd(12)} ${name}（${office}）`);
}
