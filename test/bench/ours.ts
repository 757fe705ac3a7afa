// The product's server over a store of made-up figures, with somebody signed in; a message makes one small change.
import { makeContext } from "@yuanbiao/server/assemble";
import { listen, makeServer } from "@yuanbiao/server/start";
import { destination, pino } from "pino";
import { signIn } from "../support/signed-in.ts";
import { touch } from "./fill.ts";
import { openPlace } from "./ground.ts";

const store = await openPlace(process.argv[2] ?? "");
const logger = pino({ base: null }, destination({ dest: "/dev/null", sync: false, minLength: 4096 }));
const context = makeContext({ store, clock: () => new Date(), logger });
const { cookie } = await signIn(context, "leader", { account: `reader-${Date.now()}` });
const server = makeServer(context);
const port = await listen(server, 0, "127.0.0.1");
process.on("message", async (round: number) => {
  await touch(store, round);
  process.send?.({ touched: round });
});
process.send?.({ port, cookie });
