CREATE TABLE "pace" (
	"asker" text COLLATE "C" NOT NULL,
	"minute" integer NOT NULL,
	"process" text COLLATE "C" NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "pace_key" PRIMARY KEY("asker","minute","process")
);
--> statement-breakpoint
CREATE INDEX "pace_by_minute" ON "pace" USING btree ("minute");