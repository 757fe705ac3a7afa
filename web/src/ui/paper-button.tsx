import { useMutation } from "@tanstack/react-query";
import i18next from "i18next";
import { errorOf } from "../api.ts";
import { fetchLater } from "../later.ts";
import { useText } from "../text/text.ts";

/** The name that the server gives a file. */
function nameIn(disposition: string | null): string {
  const coded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? "")?.[1];
  return coded === undefined ? "" : decodeURIComponent(coded);
}

/** Fetches a paper in the language of the page, which a plain link would not ask for, and hands it to the reader. */
async function savePaper(address: string): Promise<void> {
  const response = await fetchLater(address, { headers: { "Accept-Language": i18next.language } });
  if (!response.ok) {
    const problem: unknown = await response.json().catch(() => undefined);
    throw errorOf(problem, response.status, response.headers.get("x-request-id"));
  }
  const { saveFile } = await import("./export.ts");
  saveFile({ name: nameIn(response.headers.get("content-disposition")), content: await response.blob() });
}

/** A paper that the server writes, to be saved; what refuses it is said beside. */
export function PaperButton({ address, label }: { address: string; label: string }) {
  const { say } = useText();
  const saving = useMutation({ mutationFn: () => savePaper(address) });
  return (
    <>
      <button
        type="button"
        className="button-quiet"
        disabled={saving.isPending}
        aria-busy={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {label}
      </button>
      {saving.error !== null && (
        <span className="field-error" role="alert">
          {say("page.table.notSaved", { why: saving.error.message })}
        </span>
      )}
    </>
  );
}
