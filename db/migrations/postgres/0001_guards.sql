INSERT INTO "dataset" ("id", "version", "recorded_at") VALUES ('store', 0, NULL);
--> statement-breakpoint
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit is append-only'; END; $$;
--> statement-breakpoint
CREATE TRIGGER "audit_keeps_rows" BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE PROCEDURE refuse_audit_change();
