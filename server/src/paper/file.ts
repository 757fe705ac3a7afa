/** The media type of a Word file. */
export const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What a Word file is sent with; it is made for its reader and kept by nobody in between. */
export function wordHeaders(name: string): Record<string, string> {
  return {
    "content-type": wordType,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}.docx`,
    "cache-control": "private, no-store",
  };
}
