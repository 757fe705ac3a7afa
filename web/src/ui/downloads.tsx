import { useMutation } from "@tanstack/react-query";
import { noteExport } from "../api.ts";
import { useText } from "../text/text.ts";
import type { Sheet, TableFormat } from "./export.ts";

const formats = ["csv", "excel"] as const satisfies readonly TableFormat[];
const longestAddress = 2000;

/** The page with its filters, as the trail keeps it. */
const pageAddress = (): string => (location.pathname + location.search).slice(0, longestAddress);

/** CSV and Excel of a table; the writers load when they are asked for. No file leaves without its entry in the trail. */
export function Downloads({ sheet, name }: { sheet: () => Sheet; name: string }) {
  const { say } = useText();
  const saving = useMutation({
    mutationFn: async (format: TableFormat) => {
      const { saveFile, tableFile } = await import("./export.ts");
      const made = sheet();
      const file = await tableFile(made, format);
      await noteExport({ table: name, format, rows: made.rows.length, page: pageAddress() });
      saveFile(file);
    },
  });
  return (
    <>
      <span className="downloads">
        {formats.map((format) => (
          <button
            key={format}
            type="button"
            className="button-quiet"
            aria-label={say(`page.table.${format}Of`, { name })}
            disabled={saving.isPending}
            onClick={() => saving.mutate(format)}
          >
            {say(`page.table.${format}`)}
          </button>
        ))}
      </span>
      {saving.error !== null && (
        <p className="table-refused" role="alert">
          {say("page.table.notSaved", { why: saving.error.message })}
        </p>
      )}
    </>
  );
}
