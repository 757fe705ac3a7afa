// A server over a folder, with a clerk of the park signed in; it is there to be killed.
import { openStore } from "@yuanbiao/db/open";
import { makeContext } from "@yuanbiao/server/assemble";
import { listen, makeServer } from "@yuanbiao/server/start";
import { pino } from "pino";
import { signIn } from "./signed-in.ts";

const folder = process.argv[2] ?? "";
const store = await openStore({ dataDir: folder });
const context = makeContext({ store, clock: () => new Date(), logger: pino({ level: "silent" }), dataDir: folder });
const areas = (process.argv[3] ?? "liuzhou").split(",");
const { cookie } = await signIn(context, "clerk", { account: `clerk-${Date.now()}`, areas });
const port = await listen(makeServer(context), 0, "127.0.0.1");
process.send?.({ port, cookie });
