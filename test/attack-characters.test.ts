import { writeSchemeFile } from "@yuanbiao/core/scheme-file";
import { verifyAudit } from "@yuanbiao/db/audit";
import { listAudit } from "@yuanbiao/db/queries/audit";
import { findScheme } from "@yuanbiao/db/queries/scheme";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tamper } from "./fuzz/files.ts";
import { postgresTemplate, sqliteTemplate, type Template } from "./fuzz/template.ts";
import { openWorld, type World } from "./fuzz/world.ts";
import { codeOf } from "./support/refusal.ts";
import { refill } from "./support/workbook.ts";

const nul = String.fromCharCode(0);
/** U+FFFE is in no XML: a Word or Excel file that held it would not open. */
const noCharacters = [`a${nul}b`, "a\ufffeb", "a\uffffb"];
const comments = "/api/reports/F2.yx-river/comments";

/** Half of 😀; in a form and an address it comes as U+FFFD already. */
const halves = ["a\ud83db", "a\ude00b", "\ude00\ud83d", "\\\ud83d"];
/** No engine, and no file, is asked to keep what is no character; on one of them each of these was a fault once. */
function story(engine: string, make: () => Promise<Template>): void {
  describe(`what is no character, on ${engine}`, () => {
    let template: Template;
    let world: World;
    beforeAll(async () => {
      template = await make();
      world = await openWorld(template);
    }, 300_000);
    afterAll(async () => {
      await world?.close();
      await template?.close();
    });
    const ask = async (who: string, address: string, init: RequestInit = {}) => {
      const headers = { ...Object.fromEntries(new Headers(init.headers)), ...(await world.people.headersOf(who)) };
      return world.ask(address, { ...init, headers });
    };
    const json = (who: string, address: string, body: BodyInit, type?: string) =>
      ask(who, address, { method: "POST", body, headers: type === undefined ? {} : { "content-type": type } });

    it.each([...noCharacters, ...halves])(
      "is refused in a body, however its type is written, and without one: %j",
      async (text) => {
        const body = JSON.stringify({ comment: text });
        for (const type of ["application/json", "Application/JSON", "application/json ; charset=utf-8"]) {
          expect(await codeOf(json("coordinator", comments, body, type)), type).toEqual([400, "zero-byte"]);
        }
        expect(await codeOf(json("coordinator", comments, Buffer.from(body)))).toEqual([415, "unsupported-type"]);
      },
    );
    it.each(["😀", "\\ud83d", "\\\\ude00", "a\ufffdb"])("is not what a whole character is: %j", async (text) => {
      const escaped = JSON.stringify({ comment: text }).replace("😀", "\\ud83d\\ude00");
      expect((await json("coordinator", comments, escaped, "application/json")).status).toBe(200);
    });
    it.each(noCharacters)("is refused in the fields of a form: %j", async (text) => {
      for (const field of ["note", "issuer", "printCode"]) {
        const form = new FormData();
        form.set("file", new File(["%PDF-1.7\n"], "a.pdf"));
        form.set("kind", "other");
        form.set(field, text);
        const sent = ask("clerk", "/api/reports/F2.yx-river/evidence", { method: "POST", body: form });
        expect(await codeOf(sent), field).toEqual([400, "zero-byte"]);
      }
    });
    it.each(noCharacters)("is refused in what the trail is searched for: %j", async (text) => {
      for (const name of ["subject", "actor", "action"]) {
        const address = `/api/audit?${name}=${encodeURIComponent(text)}`;
        expect(await codeOf(ask("auditor", address)), name).toEqual([400, "zero-byte"]);
      }
    });
    it("is refused in a scheme that is brought as a file", async () => {
      const found = await findScheme(world.context.store, { asOf: null }, "draft-ready");
      if (found === undefined) throw new Error("no scheme");
      const text = writeSchemeFile({ ...found.body, name: `a${nul}b` });
      const sent = json("assessor", "/api/schemes/import", JSON.stringify({ text, code: "s" }), "application/json");
      expect(await codeOf(sent)).toEqual([400, "zero-byte"]);
    });
    it("in an address that is denied is a refusal, and stands in the trail with a mark in its place", async () => {
      expect(await codeOf(ask("security", "/api/schemes/x%00"))).toEqual([403, "forbidden"]);
      const last = (await listAudit(world.context.store, { area: "system" })).at(-1);
      expect(last).toMatchObject({ action: "denied", subject: "GET /api/schemes/x\ufffd" });
    });
    it.each(noCharacters)("is refused in the cells of a form that comes back: %j", async (text) => {
      const at = "/api/reports/F2.yx-river";
      const bytes = new Uint8Array(await (await ask("clerk", `${at}/template.xlsx`)).arrayBuffer());
      const explained = await refill(bytes, {}, ({ rows }) => {
        const column = rows.find((row) => row.includes("情况说明"))?.indexOf("情况说明") ?? -1;
        for (const row of rows.filter((cells) => cells.some((cell) => cell === "yx-rd" || cell === "yx-output"))) {
          row[column] = text;
        }
      });
      for (const workbook of [explained, await tamper(bytes, text)]) {
        const form = new FormData();
        form.set("file", new File([new Uint8Array(workbook)], "表.xlsx"));
        const { status } = await ask("clerk", `${at}/upload`, { method: "POST", body: form });
        expect(status).toBe(422);
      }
    });
    it("leaves the trail whole and no fault of the server's own", async () => {
      expect(await verifyAudit(world.context.store)).toMatchObject({ ok: true });
      expect(world.faults).toEqual([]);
    });
  });
}

story("SQLite", sqliteTemplate);
story("PostgreSQL", postgresTemplate);
