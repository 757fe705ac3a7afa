CREATE TABLE "identity_mark" (
	"part" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "identity_mark_key" PRIMARY KEY("part")
);
--> statement-breakpoint
CREATE INDEX "identity_mark_by_version" ON "identity_mark" USING btree ("version");