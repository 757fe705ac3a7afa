CREATE TABLE "assessment_entry" (
	"assessment" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"count" integer,
	"state" text COLLATE "C",
	"reason" text NOT NULL,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "assessment_entry_key" PRIMARY KEY("area","assessment","kind","code","version")
);
--> statement-breakpoint
CREATE TABLE "evaluation" (
	"id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"city" text COLLATE "C" NOT NULL,
	"scheme" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"members" text NOT NULL,
	"stage" text COLLATE "C" NOT NULL,
	"assessment" text COLLATE "C" NOT NULL,
	"replaces" text COLLATE "C",
	"replaced_by" text COLLATE "C",
	"seal" text,
	"notice_on" text COLLATE "C",
	"objections_until" text COLLATE "C",
	"minutes" text,
	"published_on" text COLLATE "C",
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "evaluation_key" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "evaluation_result" (
	"area" text COLLATE "C" NOT NULL,
	"evaluation" text COLLATE "C" NOT NULL,
	"pool" text COLLATE "C" NOT NULL,
	"points" text NOT NULL,
	"head" text NOT NULL,
	"lines" text NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "evaluation_result_key" PRIMARY KEY("area","evaluation")
);
--> statement-breakpoint
CREATE TABLE "evaluation_source" (
	"area" text COLLATE "C" NOT NULL,
	"evaluation" text COLLATE "C" NOT NULL,
	"criterion" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"period" text COLLATE "C" NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "evaluation_source_key" PRIMARY KEY("area","evaluation","criterion","kind","source","version","period")
);
--> statement-breakpoint
CREATE TABLE "evaluation_step" (
	"area" text COLLATE "C" NOT NULL,
	"evaluation" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"stage" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"note" text,
	"points" text NOT NULL,
	"leaves" text NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "evaluation_step_key" PRIMARY KEY("area","evaluation","id")
);
--> statement-breakpoint
CREATE TABLE "objection" (
	"id" text COLLATE "C" NOT NULL,
	"evaluation" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"criterion" text COLLATE "C" NOT NULL,
	"claim" text NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"made_by" text NOT NULL,
	"made_on" text COLLATE "C" NOT NULL,
	"reply" text,
	"answered_by" text,
	"answered_on" text COLLATE "C",
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "objection_key" PRIMARY KEY("area","id","version")
);
--> statement-breakpoint
CREATE TABLE "panel" (
	"assessment" text COLLATE "C" NOT NULL,
	"criterion" text COLLATE "C" NOT NULL,
	"city" text COLLATE "C" NOT NULL,
	"judges" text NOT NULL,
	"open" boolean NOT NULL,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "panel_key" PRIMARY KEY("assessment","criterion","version")
);
--> statement-breakpoint
CREATE TABLE "panel_score" (
	"assessment" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"criterion" text COLLATE "C" NOT NULL,
	"judge" text COLLATE "C" NOT NULL,
	"score" numeric(19, 6) NOT NULL,
	"comment" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "panel_score_key" PRIMARY KEY("area","assessment","criterion","judge","version")
);
--> statement-breakpoint
CREATE TABLE "scheme" (
	"code" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"basis" text COLLATE "C",
	"body" text NOT NULL,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "scheme_key" PRIMARY KEY("code","version")
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "objection" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "assessment_entry_by_assessment" ON "assessment_entry" USING btree ("assessment","area");--> statement-breakpoint
CREATE INDEX "evaluation_result_by_evaluation" ON "evaluation_result" USING btree ("evaluation","area");--> statement-breakpoint
CREATE INDEX "evaluation_source_by_evaluation" ON "evaluation_source" USING btree ("evaluation","kind","source");--> statement-breakpoint
CREATE INDEX "evaluation_step_by_evaluation" ON "evaluation_step" USING btree ("evaluation","recorded_at");--> statement-breakpoint
CREATE INDEX "objection_by_evaluation" ON "objection" USING btree ("evaluation","area");--> statement-breakpoint
CREATE INDEX "panel_score_by_assessment" ON "panel_score" USING btree ("assessment","criterion");--> statement-breakpoint
CREATE INDEX "evidence_by_objection" ON "evidence" USING btree ("objection","id");