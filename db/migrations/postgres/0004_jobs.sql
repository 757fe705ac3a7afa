CREATE TABLE "file_part" (
	"folder" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"part" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "file_part_key" PRIMARY KEY("folder","hash","part")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C",
	"rights" text,
	"address" text,
	"method" text,
	"target" text,
	"headers" text,
	"body" text,
	"state" text COLLATE "C" NOT NULL,
	"attempts" integer NOT NULL,
	"claimed_by" text,
	"claimed_until" text COLLATE "C",
	"created_at" text COLLATE "C" NOT NULL,
	"finished_at" text COLLATE "C",
	"status" integer,
	"answer_headers" text,
	"answer" text,
	CONSTRAINT "job_key" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE INDEX "job_by_state" ON "job" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "job_by_account" ON "job" USING btree ("account","created_at");--> statement-breakpoint
CREATE INDEX "audit_by_address" ON "audit" USING btree ("address","recorded_at");