import { createHash } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

/**
 * A backup is one gzip stream with a second, empty one behind it that carries the SHA-256 of everything before it: any
 * program that opens .tar.gz opens it, and not one bit of it can be changed or cut off unseen.
 */
const head = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255]);
const field = Buffer.from([36, 0, 0x59, 0x42, 32, 0]);
const nothing = Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const hashAt = head.length + field.length;
const trailerLength = hashAt + 32 + nothing.length;

function trailerOf(digest: Buffer): Buffer {
  return Buffer.concat([head, field, digest, nothing]);
}

/** Adds the trailer behind what flows through. */
export function addTrailer(): Transform {
  const hash = createHash("sha256");
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(null, trailerOf(hash.digest()));
    },
  });
}

/** Takes the trailer away, and fails at the end where it is not the one of what flowed through. */
export function takeTrailer(): Transform {
  const hash = createHash("sha256");
  let held = Buffer.alloc(0);
  const pass = (chunk: Buffer, done: TransformCallback): void => {
    hash.update(chunk);
    done(null, chunk);
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const whole = Buffer.concat([held, chunk]);
      const end = Math.max(0, whole.length - trailerLength);
      held = whole.subarray(end);
      if (end === 0) done();
      else pass(whole.subarray(0, end), done);
    },
    flush(done) {
      const isSame = held.equals(trailerOf(hash.digest()));
      done(isSame ? null : new Error("the trailer is not that of the content"));
    },
  });
}
