// Loaded before the server by the fault suite alone: shifts its clock by the milliseconds that a file says.
import { readFileSync } from "node:fs";

const file = process.env.CLOCK_SHIFT_FILE;
const lookMilliseconds = 20;
let shift = 0;

function look() {
  const said = Number(readFileSync(file, "utf8"));
  if (Number.isFinite(said)) shift = said;
}

if (file !== undefined) {
  look();
  setInterval(look, lookMilliseconds).unref();
  const RealDate = Date;
  globalThis.Date = class ShiftedDate extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(RealDate.now() + shift);
      else super(...given);
    }
    static now() {
      return RealDate.now() + shift;
    }
  };
}
