CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`office` text,
	`phone` text,
	`grants` text NOT NULL,
	`disabled` integer NOT NULL,
	`expires_on` text,
	`must_change_password` integer NOT NULL,
	`password_history` text NOT NULL,
	`password_changed_at` text,
	`single_sign_on` integer NOT NULL,
	`two_factor_enabled` integer NOT NULL,
	`failures` integer NOT NULL,
	`locked_until` text,
	`last_sign_in_at` text,
	`sessions_from` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `api_key` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`prefix` text NOT NULL,
	`name` text NOT NULL,
	`account` text NOT NULL,
	`scope` text NOT NULL,
	`expires_on` text NOT NULL,
	`revoked` integer NOT NULL,
	`last_used_at` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_key_by_hash` ON `api_key` (`hash`);--> statement-breakpoint
CREATE INDEX `api_key_by_account` ON `api_key` (`account`);--> statement-breakpoint
CREATE TABLE `challenge` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `challenge_by_identifier` ON `challenge` (`identifier`);--> statement-breakpoint
CREATE INDEX `challenge_by_expiry` ON `challenge` (`expires_at`);--> statement-breakpoint
CREATE TABLE `check_rule` (
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`severity` text NOT NULL,
	`indicators` text NOT NULL,
	`rule` text NOT NULL,
	`active` integer NOT NULL,
	`note` text,
	`note_en` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`code`, `version`)
);
--> statement-breakpoint
CREATE TABLE `credential` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`provider` text NOT NULL,
	`subject` text NOT NULL,
	`password` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credential_by_account` ON `credential` (`account`,`provider`);--> statement-breakpoint
CREATE UNIQUE INDEX `credential_by_subject` ON `credential` (`provider`,`subject`);--> statement-breakpoint
CREATE TABLE `decision` (
	`target` text NOT NULL,
	`area` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`evidence` text NOT NULL,
	`document` text,
	`clause` text,
	`decided_by` text NOT NULL,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`area`, `target`, `version`)
);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text NOT NULL,
	`area` text NOT NULL,
	`report` text,
	`indicator` text,
	`target` text,
	`kind` text NOT NULL,
	`issuer` text,
	`issued_on` text,
	`file_name` text NOT NULL,
	`hash` text NOT NULL,
	`size` integer NOT NULL,
	`type` text NOT NULL,
	`print_code` text,
	`withdrawn` integer NOT NULL,
	`note` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`area`, `id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `evidence_by_report` ON `evidence` (`report`,`id`);--> statement-breakpoint
CREATE INDEX `evidence_by_id` ON `evidence` (`id`,`version`);--> statement-breakpoint
CREATE INDEX `evidence_by_target` ON `evidence` (`target`,`id`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`account` text NOT NULL,
	`key` text NOT NULL,
	`digest` text NOT NULL,
	`status` integer,
	`body` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`account`, `key`)
);
--> statement-breakpoint
CREATE TABLE `letter` (
	`id` text NOT NULL,
	`city` text NOT NULL,
	`department` text,
	`area` text,
	`items` text NOT NULL,
	`answer_by` text NOT NULL,
	`number` text,
	`signer` text NOT NULL,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `report` (
	`id` text NOT NULL,
	`round` text NOT NULL,
	`area` text NOT NULL,
	`state` text NOT NULL,
	`cycle` integer NOT NULL,
	`due_on` text NOT NULL,
	`submitted_by` text,
	`submitted_at` text,
	`late_days` integer,
	`approved_by` text,
	`approved_at` text,
	`accepted_by` text,
	`accepted_at` text,
	`supplement` integer NOT NULL,
	`request` text,
	`correcting` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`area`, `id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `report_by_round` ON `report` (`round`,`area`);--> statement-breakpoint
CREATE INDEX `report_by_id` ON `report` (`id`,`version`);--> statement-breakpoint
CREATE TABLE `report_event` (
	`area` text NOT NULL,
	`report` text NOT NULL,
	`id` text NOT NULL,
	`action` text NOT NULL,
	`cycle` integer NOT NULL,
	`account` text NOT NULL,
	`name` text NOT NULL,
	`comment` text,
	`indicators` text NOT NULL,
	`recorded_at` text NOT NULL,
	PRIMARY KEY(`area`, `report`, `id`)
);
--> statement-breakpoint
CREATE INDEX `report_event_by_report` ON `report_event` (`report`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `report_line` (
	`report` text NOT NULL,
	`area` text NOT NULL,
	`indicator` text NOT NULL,
	`caliber` text NOT NULL,
	`state` text NOT NULL,
	`value` integer,
	`explanation` text,
	`enterprises` integer,
	`review` text NOT NULL,
	`return_reason` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`area`, `report`, `indicator`, `version`)
);
--> statement-breakpoint
CREATE INDEX `report_line_by_report` ON `report_line` (`report`,`indicator`);--> statement-breakpoint
CREATE TABLE `report_print` (
	`code` text NOT NULL,
	`area` text NOT NULL,
	`report` text NOT NULL,
	`digest` text NOT NULL,
	`report_version` integer NOT NULL,
	`cycle` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	PRIMARY KEY(`area`, `code`)
);
--> statement-breakpoint
CREATE INDEX `report_print_by_report` ON `report_print` (`report`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `round` (
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`city` text NOT NULL,
	`period` text NOT NULL,
	`lines` text NOT NULL,
	`areas` text NOT NULL,
	`opens_on` text NOT NULL,
	`due_on` text NOT NULL,
	`instructions` text,
	`instructions_en` text,
	`form_number` text,
	`form_issuer` text,
	`form_approval` text,
	`form_valid_until` text,
	`stage` text NOT NULL,
	`class` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`code`, `version`)
);
--> statement-breakpoint
CREATE TABLE `second_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`verified` integer NOT NULL,
	`failures` integer NOT NULL,
	`locked_until` text,
	`used_code` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `second_factor_by_account` ON `second_factor` (`account`);--> statement-breakpoint
CREATE TABLE `security_policy` (
	`id` text PRIMARY KEY NOT NULL,
	`idle_minutes` integer NOT NULL,
	`session_hours` integer NOT NULL,
	`failures_allowed` integer NOT NULL,
	`lock_minutes` integer NOT NULL,
	`password_length` integer NOT NULL,
	`password_days` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`address` text,
	`agent` text
);
--> statement-breakpoint
CREATE INDEX `session_by_account` ON `session` (`account`);--> statement-breakpoint
CREATE TABLE `verification` (
	`report` text NOT NULL,
	`area` text NOT NULL,
	`indicator` text NOT NULL,
	`department` text NOT NULL,
	`state` text NOT NULL,
	`value` integer,
	`reason` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`area`, `report`, `indicator`, `version`)
);
--> statement-breakpoint
CREATE INDEX `verification_by_report` ON `verification` (`report`,`indicator`);--> statement-breakpoint
ALTER TABLE `audit` ADD `role` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `address` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `result` text;--> statement-breakpoint
CREATE INDEX `audit_by_actor` ON `audit` (`actor`,`recorded_at`);--> statement-breakpoint
ALTER TABLE `observation` ADD `enterprises` integer;