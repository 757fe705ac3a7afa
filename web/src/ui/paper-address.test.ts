import { expect, it } from "vitest";
import { paperAddress } from "./paper-address.ts";

it.each([
  [{}, "/api/x.docx"],
  [{ area: "panyu", on: undefined }, "/api/x.docx?area=panyu"],
  [
    { area: "a.b-1", asOf: "2026-01-01T10:00:00+08:00" },
    "/api/x.docx?area=a.b-1&asOf=2026-01-01T10%3A00%3A00%2B08%3A00",
  ],
])("%j is asked for as %s", (query, address) => expect(paperAddress("/api/x.docx", query)).toBe(address));
