import i18next from "i18next";
import { ApiError, errorOf } from "./api.ts";

/** How far a file is: sent (share of its bytes), then whatever the server says line by line. */
export interface Told {
  onSent?(share: number): void;
  onLine?(line: unknown): void;
}

interface Sending extends Told {
  readonly address: string;
  readonly form: FormData;
  /** Lines of JSON as the work goes on, instead of one answer at its end. */
  readonly isStream?: boolean;
  readonly signal?: AbortSignal;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Sends a form with a file, and says how far it is: what fetch cannot tell. Gives the answer, of a stream its last line;
 * a refusal is an ApiError, a network that fails an Error.
 */
export function sendForm({ address, form, isStream = false, signal, onSent, onLine }: Sending): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let read = 0;
    let last: unknown;
    const readLines = (isWhole: boolean) => {
      const lines = request.responseText.slice(read).split("\n");
      const rest = isWhole ? "" : (lines.pop() ?? "");
      read = request.responseText.length - rest.length;
      for (const line of lines.filter((text) => text.trim() !== "")) {
        last = parse(line);
        onLine?.(last);
      }
    };
    request.open("POST", address);
    request.setRequestHeader("Accept", isStream ? "application/x-ndjson" : "application/json");
    request.setRequestHeader("Accept-Language", i18next.language);
    request.upload.onprogress = ({ loaded, total }) => onSent?.(total === 0 ? 1 : loaded / total);
    request.onprogress = () => {
      if (isStream && request.status === 200) readLines(false);
    };
    request.onload = () => {
      const isGood = request.status === 200;
      if (isStream && isGood) {
        readLines(true);
        resolve(last);
      } else if (isGood) resolve(parse(request.responseText));
      else reject(errorOf(parse(request.responseText), request.status, request.getResponseHeader("x-request-id")));
    };
    request.onerror = () => reject(new Error("network"));
    request.onabort = () => reject(new Error("aborted"));
    signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

/** What went wrong, as a sentence: the server's own, or that it cannot be reached. */
export function faultSentence(error: unknown, offline: string): string {
  return error instanceof ApiError ? error.message : offline;
}
