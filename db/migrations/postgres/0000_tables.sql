CREATE TABLE "area" (
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"kind" text COLLATE "C" NOT NULL,
	"city" text COLLATE "C" NOT NULL,
	"aliases" text NOT NULL,
	"open_ended" boolean NOT NULL,
	"effective_from" text COLLATE "C",
	"effective_to" text COLLATE "C",
	"department" text COLLATE "C",
	"note" text,
	"note_en" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "area_key" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"area" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text,
	"detail" text NOT NULL,
	"previous_hash" text,
	"hash" text NOT NULL,
	CONSTRAINT "audit_key" PRIMARY KEY("area","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"area" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_key" PRIMARY KEY("area")
);
--> statement-breakpoint
CREATE TABLE "bridge" (
	"target" text COLLATE "C" NOT NULL,
	"indicator" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"caliber" text COLLATE "C" NOT NULL,
	"verdict" text COLLATE "C" NOT NULL,
	"reason" text NOT NULL,
	"reason_en" text,
	"confirmed_by" text,
	"confirmed_on" text COLLATE "C",
	"document" text COLLATE "C",
	"published_on" text COLLATE "C",
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "bridge_key" PRIMARY KEY("area","target","indicator","caliber","version")
);
--> statement-breakpoint
CREATE TABLE "caliber" (
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"scope" text,
	"scope_en" text,
	"population" text,
	"population_en" text,
	"denominator" text,
	"denominator_en" text,
	"level" text,
	"level_en" text,
	"price" text,
	"price_en" text,
	"classification" text,
	"classification_en" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "caliber_key" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "conflict" (
	"code" text COLLATE "C" NOT NULL,
	"observations" text NOT NULL,
	"reason" text NOT NULL,
	"reason_en" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "conflict_key" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "dataset" (
	"id" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C",
	CONSTRAINT "dataset_key" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "department" (
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"city" text COLLATE "C" NOT NULL,
	"aliases" text NOT NULL,
	"members" text NOT NULL,
	"effective_from" text COLLATE "C",
	"effective_to" text COLLATE "C",
	"successor" text COLLATE "C",
	"succession_basis" text COLLATE "C",
	"note" text,
	"note_en" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "department_key" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "document" (
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"kind" text COLLATE "C" NOT NULL,
	"number" text,
	"publisher" text,
	"published_on" text COLLATE "C",
	"validity" text COLLATE "C",
	"address" text,
	"grade" text COLLATE "C" NOT NULL,
	"note" text,
	"note_en" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "document_key" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"unit" text NOT NULL,
	"measure" text COLLATE "C" NOT NULL,
	"direction" text COLLATE "C" NOT NULL,
	"timing" text COLLATE "C" NOT NULL,
	"decimals" integer NOT NULL,
	"whole" boolean NOT NULL,
	"numerator" text COLLATE "C",
	"denominator" text COLLATE "C",
	"roll_up" text COLLATE "C" NOT NULL,
	"department" text COLLATE "C",
	"department_from" text COLLATE "C",
	"department_to" text COLLATE "C",
	"definition" text,
	"definition_en" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "indicator_key" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "light_rule" (
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"measure" text COLLATE "C" NOT NULL,
	"periods" integer NOT NULL,
	"bands" text NOT NULL,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "light_rule_key" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"area" text COLLATE "C" NOT NULL,
	"parent" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C",
	"basis" text COLLATE "C" NOT NULL,
	"effective_from" text COLLATE "C",
	"effective_to" text COLLATE "C",
	"document" text COLLATE "C",
	"clause" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "membership_key" PRIMARY KEY("area","parent","kind","version")
);
--> statement-breakpoint
CREATE TABLE "observation" (
	"id" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"indicator" text COLLATE "C" NOT NULL,
	"caliber" text COLLATE "C" NOT NULL,
	"period" text COLLATE "C" NOT NULL,
	"period_end" text COLLATE "C" NOT NULL,
	"period_basis" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"value" numeric(19, 6),
	"text" text,
	"text_en" text,
	"unit" text NOT NULL,
	"qualifier" text COLLATE "C" NOT NULL,
	"stage" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"reported_growth" numeric(19, 6),
	"prior_comparable" numeric(19, 6),
	"document" text COLLATE "C" NOT NULL,
	"clause" text,
	"published_on" text COLLATE "C",
	"published_last" text COLLATE "C",
	"class" text COLLATE "C" NOT NULL,
	"note" text,
	"note_en" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "observation_key" PRIMARY KEY("area","id","version")
);
--> statement-breakpoint
CREATE TABLE "seed_load" (
	"digest" text COLLATE "C" NOT NULL,
	"folder" text NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "seed_load_key" PRIMARY KEY("digest")
);
--> statement-breakpoint
CREATE TABLE "target" (
	"id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"kind" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"area_basis" text COLLATE "C" NOT NULL,
	"indicator" text COLLATE "C" NOT NULL,
	"caliber" text COLLATE "C" NOT NULL,
	"due" text COLLATE "C",
	"comparator" text COLLATE "C" NOT NULL,
	"value" numeric(19, 6),
	"value_max" numeric(19, 6),
	"tolerance" numeric(19, 6),
	"member_comparator" text COLLATE "C",
	"members" text NOT NULL,
	"start_period" text COLLATE "C",
	"nature" text COLLATE "C" NOT NULL,
	"aspirational" boolean NOT NULL,
	"path" text,
	"readings" text NOT NULL,
	"band" text,
	"series" text COLLATE "C",
	"nested_in" text COLLATE "C",
	"decomposition" text NOT NULL,
	"citations" text NOT NULL,
	"conflicts" text NOT NULL,
	"owes" text COLLATE "C",
	"owes_basis" text COLLATE "C",
	"decision" text COLLATE "C",
	"note" text,
	"note_en" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "target_key" PRIMARY KEY("area","id","version")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"kind" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"section" text NOT NULL,
	"section_en" text,
	"departments" text NOT NULL,
	"due" text COLLATE "C",
	"due_basis" text COLLATE "C",
	"document" text COLLATE "C" NOT NULL,
	"clause" text NOT NULL,
	"note" text,
	"note_en" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "task_key" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE INDEX "audit_by_record" ON "audit" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "bridge_by_target" ON "bridge" USING btree ("target","indicator","area","caliber");--> statement-breakpoint
CREATE INDEX "observation_by_area" ON "observation" USING btree ("area","indicator","period_end","period","id","version");--> statement-breakpoint
CREATE INDEX "observation_by_id" ON "observation" USING btree ("id","version");--> statement-breakpoint
CREATE INDEX "observation_by_record" ON "observation" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "target_by_id" ON "target" USING btree ("id","version");--> statement-breakpoint
CREATE INDEX "target_by_indicator" ON "target" USING btree ("area","indicator","due","id");--> statement-breakpoint
CREATE INDEX "target_by_record" ON "target" USING btree ("recorded_at");