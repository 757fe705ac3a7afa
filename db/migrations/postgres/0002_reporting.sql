CREATE TABLE "account" (
	"id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"office" text,
	"phone" text,
	"grants" text NOT NULL,
	"disabled" boolean NOT NULL,
	"expires_on" text COLLATE "C",
	"must_change_password" boolean NOT NULL,
	"password_history" text NOT NULL,
	"password_changed_at" text COLLATE "C",
	"single_sign_on" boolean NOT NULL,
	"two_factor_enabled" boolean NOT NULL,
	"failures" integer NOT NULL,
	"locked_until" text COLLATE "C",
	"last_sign_in_at" text COLLATE "C",
	"sessions_from" text COLLATE "C",
	"created_at" text COLLATE "C" NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "account_key" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"id" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"prefix" text NOT NULL,
	"name" text NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"expires_on" text COLLATE "C" NOT NULL,
	"revoked" boolean NOT NULL,
	"last_used_at" text COLLATE "C",
	"created_at" text COLLATE "C" NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	CONSTRAINT "api_key_key" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "challenge" (
	"id" text COLLATE "C" NOT NULL,
	"identifier" text COLLATE "C" NOT NULL,
	"value" text NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "challenge_key" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "check_rule" (
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"severity" text COLLATE "C" NOT NULL,
	"indicators" text NOT NULL,
	"rule" text NOT NULL,
	"active" boolean NOT NULL,
	"note" text,
	"note_en" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "check_key" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"id" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"provider" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"password" text,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "credential_key" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"target" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"reason" text NOT NULL,
	"evidence" text NOT NULL,
	"document" text COLLATE "C",
	"clause" text,
	"decided_by" text NOT NULL,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "decision_key" PRIMARY KEY("area","target","version")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C",
	"indicator" text COLLATE "C",
	"target" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"issuer" text,
	"issued_on" text COLLATE "C",
	"file_name" text NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"size" integer NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"print_code" text COLLATE "C",
	"withdrawn" boolean NOT NULL,
	"note" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "evidence_key" PRIMARY KEY("area","id","version")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"account" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"digest" text COLLATE "C" NOT NULL,
	"status" integer,
	"body" text,
	"created_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "idempotency_key" PRIMARY KEY("account","key")
);
--> statement-breakpoint
CREATE TABLE "letter" (
	"id" text COLLATE "C" NOT NULL,
	"city" text COLLATE "C" NOT NULL,
	"department" text COLLATE "C",
	"area" text COLLATE "C",
	"items" text NOT NULL,
	"answer_by" text COLLATE "C" NOT NULL,
	"number" text,
	"signer" text NOT NULL,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "letter_key" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" text COLLATE "C" NOT NULL,
	"round" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"cycle" integer NOT NULL,
	"due_on" text COLLATE "C" NOT NULL,
	"submitted_by" text COLLATE "C",
	"submitted_at" text COLLATE "C",
	"late_days" integer,
	"approved_by" text COLLATE "C",
	"approved_at" text COLLATE "C",
	"accepted_by" text COLLATE "C",
	"accepted_at" text COLLATE "C",
	"supplement" boolean NOT NULL,
	"request" text,
	"correcting" text COLLATE "C",
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "report_key" PRIMARY KEY("area","id","version")
);
--> statement-breakpoint
CREATE TABLE "report_event" (
	"area" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"cycle" integer NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"comment" text,
	"indicators" text NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "report_event_key" PRIMARY KEY("area","report","id")
);
--> statement-breakpoint
CREATE TABLE "report_line" (
	"report" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"indicator" text COLLATE "C" NOT NULL,
	"caliber" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"value" numeric(19, 6),
	"explanation" text,
	"enterprises" integer,
	"review" text COLLATE "C" NOT NULL,
	"return_reason" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "report_line_key" PRIMARY KEY("area","report","indicator","version")
);
--> statement-breakpoint
CREATE TABLE "report_print" (
	"code" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C" NOT NULL,
	"digest" text COLLATE "C" NOT NULL,
	"report_version" integer NOT NULL,
	"cycle" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "report_print_key" PRIMARY KEY("area","code")
);
--> statement-breakpoint
CREATE TABLE "round" (
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"city" text COLLATE "C" NOT NULL,
	"period" text COLLATE "C" NOT NULL,
	"lines" text NOT NULL,
	"areas" text NOT NULL,
	"opens_on" text COLLATE "C" NOT NULL,
	"due_on" text COLLATE "C" NOT NULL,
	"instructions" text,
	"instructions_en" text,
	"form_number" text,
	"form_issuer" text,
	"form_approval" text,
	"form_valid_until" text COLLATE "C",
	"stage" text COLLATE "C" NOT NULL,
	"class" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "round_key" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "second_factor" (
	"id" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean NOT NULL,
	"failures" integer NOT NULL,
	"locked_until" text COLLATE "C",
	"used_code" text,
	"created_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "second_factor_key" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "security_policy" (
	"id" text COLLATE "C" NOT NULL,
	"idle_minutes" integer NOT NULL,
	"session_hours" integer NOT NULL,
	"failures_allowed" integer NOT NULL,
	"lock_minutes" integer NOT NULL,
	"password_length" integer NOT NULL,
	"password_days" integer NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "security_policy_key" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"last_seen_at" text COLLATE "C" NOT NULL,
	"address" text,
	"agent" text,
	CONSTRAINT "session_key" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"report" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"indicator" text COLLATE "C" NOT NULL,
	"department" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"value" numeric(19, 6),
	"reason" text,
	"version" integer NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"superseded_at" text COLLATE "C",
	"recorded_by" text NOT NULL,
	"change_reason" text COLLATE "C" NOT NULL,
	"change_note" text,
	CONSTRAINT "verification_key" PRIMARY KEY("area","report","indicator","version")
);
--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "role" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "result" text;--> statement-breakpoint
ALTER TABLE "observation" ADD COLUMN "enterprises" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_by_hash" ON "api_key" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_key_by_account" ON "api_key" USING btree ("account");--> statement-breakpoint
CREATE UNIQUE INDEX "challenge_by_identifier" ON "challenge" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "challenge_by_expiry" ON "challenge" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "credential_by_account" ON "credential" USING btree ("account","provider");--> statement-breakpoint
CREATE UNIQUE INDEX "credential_by_subject" ON "credential" USING btree ("provider","subject");--> statement-breakpoint
CREATE INDEX "evidence_by_report" ON "evidence" USING btree ("report","id");--> statement-breakpoint
CREATE INDEX "evidence_by_id" ON "evidence" USING btree ("id","version");--> statement-breakpoint
CREATE INDEX "evidence_by_target" ON "evidence" USING btree ("target","id");--> statement-breakpoint
CREATE INDEX "report_by_round" ON "report" USING btree ("round","area");--> statement-breakpoint
CREATE INDEX "report_by_id" ON "report" USING btree ("id","version");--> statement-breakpoint
CREATE INDEX "report_event_by_report" ON "report_event" USING btree ("report","recorded_at");--> statement-breakpoint
CREATE INDEX "report_line_by_report" ON "report_line" USING btree ("report","indicator");--> statement-breakpoint
CREATE INDEX "report_print_by_report" ON "report_print" USING btree ("report","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "second_factor_by_account" ON "second_factor" USING btree ("account");--> statement-breakpoint
CREATE INDEX "session_by_account" ON "session" USING btree ("account");--> statement-breakpoint
CREATE INDEX "verification_by_report" ON "verification" USING btree ("report","indicator");--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit" USING btree ("actor","recorded_at");