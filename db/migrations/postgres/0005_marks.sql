CREATE TABLE "mark" (
	"noun" text COLLATE "C" NOT NULL,
	"part" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "mark_key" PRIMARY KEY("noun","part")
);
--> statement-breakpoint
CREATE INDEX "mark_by_version" ON "mark" USING btree ("version");