import type { Store } from "@yuanbiao/db/store";
import type { Context as Request } from "hono";
import { HTTPException } from "hono/http-exception";
import type { z } from "zod";
import { type FieldFault, Refusal } from "./errors.ts";
import { languageOf } from "./language.ts";
import type { Problem } from "./shape.ts";
import { problemText } from "./text/problems.ts";

/** So many faults are listed: a person mends the first ones and tries again. */
const mostFaults = 1000;

/** A refused request as a problem document (RFC 9457) in the language of the request. */
export function problemOf(request: Request, refusal: Refusal): Problem {
  const language = languageOf(request.req.header("accept-language"));
  const words = problemText(language, refusal.code);
  const errors = refusal.faults.slice(0, mostFaults).map((fault) => ({
    ...{ field: fault.field, code: fault.code },
    detail: fault.detail ?? problemText(language, fault.code).detail,
  }));
  const more = refusal.more + refusal.faults.length - errors.length;
  return {
    type: `urn:yuanbiao:problem:${refusal.code}`,
    title: words.title,
    status: refusal.status,
    code: refusal.code,
    detail: errors.length === 1 && errors[0] !== undefined ? errors[0].detail : words.detail,
    instance: `urn:yuanbiao:request:${request.get("requestId") ?? ""}`,
    ...(errors.length > 0 && { errors }),
    ...(more > 0 && { more }),
  };
}

/** The answer to a refused request. */
export function problemResponse(request: Request, refusal: Refusal): Response {
  const language = languageOf(request.req.header("accept-language"));
  const problem = problemOf(request, refusal);
  return request.body(JSON.stringify(problem), refusal.status, {
    "content-type": "application/problem+json; charset=utf-8",
    "content-language": language,
    "cache-control": "no-store",
  });
}

function faultOf(issue: z.core.$ZodIssue): FieldFault {
  const field = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") return { field: issue.keys.join(", "), code: "unknown-parameter" };
  if (issue.code === "invalid_type") {
    return { field, code: / received array$/.test(issue.message) ? "repeated-parameter" : "missing-parameter" };
  }
  if (issue.code === "invalid_value") return { field, code: "unknown-option" };
  return { field, code: isCode(issue.message) ? issue.message : codeOf(issue) };
}

const isCode = (message: string): boolean => /^[a-z]+(-[a-z]+)*$/.test(message);

/** A schema that names no code of its own says what is wrong in words of its library. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== "too_small" && issue.code !== "too_big") return "bad-value";
  const isSmall = issue.code === "too_small";
  if (issue.origin === "string") return isSmall ? "empty-text" : "text-too-long";
  if (issue.origin === "array" || issue.origin === "set") return isSmall ? "too-few" : "too-many";
  return "number-out-of-range";
}

/** What the schema of a route found wrong, as one refusal with every field. */
export function refusalOf(error: z.core.$ZodError): Refusal {
  const faults = error.issues.map(faultOf);
  const [first] = faults;
  return new Refusal(400, faults.length === 1 && first !== undefined ? first.code : "bad-parameter", faults);
}

/** What a file system says of a disk that is full or cannot be written. */
const fullErrors = ["ENOSPC", "EDQUOT", "EROFS", "EIO"];

/** Any thrown thing as a refusal; what we do not know is an internal error without particulars. */
export function asRefusal(error: unknown, { troubleOf }: Pick<Store, "troubleOf">): Refusal {
  if (error instanceof Refusal) return error;
  const trouble = troubleOf(error);
  if (trouble === "away") return new Refusal(503, "store-away");
  const isFull = error instanceof Error && "code" in error && fullErrors.includes(String(error.code));
  if (trouble === "full" || isFull) return new Refusal(507, "storage-full");
  if (error instanceof HTTPException && error.status === 400) return new Refusal(400, "malformed-body");
  // A body that does not say what it is.
  if (error instanceof HTTPException && error.status === 415) return new Refusal(415, "unsupported-type");
  return new Refusal(500, "internal");
}
