CREATE TABLE `assessment_entry` (
	`assessment` text NOT NULL,
	`area` text NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`count` integer,
	`state` text,
	`reason` text NOT NULL,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`area`, `assessment`, `kind`, `code`, `version`)
);
--> statement-breakpoint
CREATE INDEX `assessment_entry_by_assessment` ON `assessment_entry` (`assessment`,`area`);--> statement-breakpoint
CREATE TABLE `evaluation` (
	`id` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`city` text NOT NULL,
	`scheme` text NOT NULL,
	`year` integer NOT NULL,
	`members` text NOT NULL,
	`stage` text NOT NULL,
	`assessment` text NOT NULL,
	`replaces` text,
	`replaced_by` text,
	`seal` text,
	`notice_on` text,
	`objections_until` text,
	`minutes` text,
	`published_on` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `evaluation_result` (
	`area` text NOT NULL,
	`evaluation` text NOT NULL,
	`pool` text NOT NULL,
	`points` text NOT NULL,
	`head` text NOT NULL,
	`lines` text NOT NULL,
	`recorded_at` text NOT NULL,
	PRIMARY KEY(`area`, `evaluation`)
);
--> statement-breakpoint
CREATE INDEX `evaluation_result_by_evaluation` ON `evaluation_result` (`evaluation`,`area`);--> statement-breakpoint
CREATE TABLE `evaluation_source` (
	`area` text NOT NULL,
	`evaluation` text NOT NULL,
	`criterion` text NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`version` integer NOT NULL,
	`period` text NOT NULL,
	`recorded_at` text NOT NULL,
	PRIMARY KEY(`area`, `evaluation`, `criterion`, `kind`, `source`, `version`, `period`)
);
--> statement-breakpoint
CREATE INDEX `evaluation_source_by_evaluation` ON `evaluation_source` (`evaluation`,`kind`,`source`);--> statement-breakpoint
CREATE TABLE `evaluation_step` (
	`area` text NOT NULL,
	`evaluation` text NOT NULL,
	`id` text NOT NULL,
	`stage` text NOT NULL,
	`kind` text NOT NULL,
	`account` text NOT NULL,
	`name` text NOT NULL,
	`note` text,
	`points` text NOT NULL,
	`leaves` text NOT NULL,
	`recorded_at` text NOT NULL,
	PRIMARY KEY(`area`, `evaluation`, `id`)
);
--> statement-breakpoint
CREATE INDEX `evaluation_step_by_evaluation` ON `evaluation_step` (`evaluation`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `objection` (
	`id` text NOT NULL,
	`evaluation` text NOT NULL,
	`area` text NOT NULL,
	`criterion` text NOT NULL,
	`claim` text NOT NULL,
	`state` text NOT NULL,
	`made_by` text NOT NULL,
	`made_on` text NOT NULL,
	`reply` text,
	`answered_by` text,
	`answered_on` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`area`, `id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `objection_by_evaluation` ON `objection` (`evaluation`,`area`);--> statement-breakpoint
CREATE TABLE `panel` (
	`assessment` text NOT NULL,
	`criterion` text NOT NULL,
	`city` text NOT NULL,
	`judges` text NOT NULL,
	`open` integer NOT NULL,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`assessment`, `criterion`, `version`)
);
--> statement-breakpoint
CREATE TABLE `panel_score` (
	`assessment` text NOT NULL,
	`area` text NOT NULL,
	`criterion` text NOT NULL,
	`judge` text NOT NULL,
	`score` integer NOT NULL,
	`comment` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`area`, `assessment`, `criterion`, `judge`, `version`)
);
--> statement-breakpoint
CREATE INDEX `panel_score_by_assessment` ON `panel_score` (`assessment`,`criterion`);--> statement-breakpoint
CREATE TABLE `scheme` (
	`code` text NOT NULL,
	`state` text NOT NULL,
	`basis` text,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`code`, `version`)
);
--> statement-breakpoint
ALTER TABLE `evidence` ADD `objection` text;--> statement-breakpoint
CREATE INDEX `evidence_by_objection` ON `evidence` (`objection`,`id`);