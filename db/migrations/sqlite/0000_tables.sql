CREATE TABLE `area` (
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`kind` text NOT NULL,
	`city` text NOT NULL,
	`aliases` text NOT NULL,
	`open_ended` integer NOT NULL,
	`effective_from` text,
	`effective_to` text,
	`department` text,
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
CREATE TABLE `audit` (
	`area` text NOT NULL,
	`seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text,
	`detail` text NOT NULL,
	`previous_hash` text,
	`hash` text NOT NULL,
	PRIMARY KEY(`area`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `audit_by_record` ON `audit` (`recorded_at`);--> statement-breakpoint
CREATE TABLE `audit_head` (
	`area` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `bridge` (
	`target` text NOT NULL,
	`indicator` text NOT NULL,
	`area` text NOT NULL,
	`caliber` text NOT NULL,
	`verdict` text NOT NULL,
	`reason` text NOT NULL,
	`reason_en` text,
	`confirmed_by` text,
	`confirmed_on` text,
	`document` text,
	`published_on` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`area`, `target`, `indicator`, `caliber`, `version`)
);
--> statement-breakpoint
CREATE INDEX `bridge_by_target` ON `bridge` (`target`,`indicator`,`area`,`caliber`);--> statement-breakpoint
CREATE TABLE `caliber` (
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`scope` text,
	`scope_en` text,
	`population` text,
	`population_en` text,
	`denominator` text,
	`denominator_en` text,
	`level` text,
	`level_en` text,
	`price` text,
	`price_en` text,
	`classification` text,
	`classification_en` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`code`, `version`)
);
--> statement-breakpoint
CREATE TABLE `conflict` (
	`code` text NOT NULL,
	`observations` text NOT NULL,
	`reason` text NOT NULL,
	`reason_en` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`code`, `version`)
);
--> statement-breakpoint
CREATE TABLE `dataset` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`recorded_at` text
);
--> statement-breakpoint
CREATE TABLE `department` (
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`city` text NOT NULL,
	`aliases` text NOT NULL,
	`members` text NOT NULL,
	`effective_from` text,
	`effective_to` text,
	`successor` text,
	`succession_basis` text,
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
CREATE TABLE `document` (
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`kind` text NOT NULL,
	`number` text,
	`publisher` text,
	`published_on` text,
	`validity` text,
	`address` text,
	`grade` text NOT NULL,
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
CREATE TABLE `indicator` (
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`unit` text NOT NULL,
	`measure` text NOT NULL,
	`direction` text NOT NULL,
	`timing` text NOT NULL,
	`decimals` integer NOT NULL,
	`whole` integer NOT NULL,
	`numerator` text,
	`denominator` text,
	`roll_up` text NOT NULL,
	`department` text,
	`department_from` text,
	`department_to` text,
	`definition` text,
	`definition_en` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`code`, `version`)
);
--> statement-breakpoint
CREATE TABLE `light_rule` (
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`measure` text NOT NULL,
	`periods` integer NOT NULL,
	`bands` text NOT NULL,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`code`, `version`)
);
--> statement-breakpoint
CREATE TABLE `membership` (
	`area` text NOT NULL,
	`parent` text NOT NULL,
	`kind` text NOT NULL,
	`role` text,
	`basis` text NOT NULL,
	`effective_from` text,
	`effective_to` text,
	`document` text,
	`clause` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`area`, `parent`, `kind`, `version`)
);
--> statement-breakpoint
CREATE TABLE `observation` (
	`id` text NOT NULL,
	`area` text NOT NULL,
	`indicator` text NOT NULL,
	`caliber` text NOT NULL,
	`period` text NOT NULL,
	`period_end` text NOT NULL,
	`period_basis` text NOT NULL,
	`state` text NOT NULL,
	`value` integer,
	`text` text,
	`text_en` text,
	`unit` text NOT NULL,
	`qualifier` text NOT NULL,
	`stage` text NOT NULL,
	`role` text NOT NULL,
	`reported_growth` integer,
	`prior_comparable` integer,
	`document` text NOT NULL,
	`clause` text,
	`published_on` text,
	`published_last` text,
	`class` text NOT NULL,
	`note` text,
	`note_en` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`area`, `id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `observation_by_area` ON `observation` (`area`,`indicator`,`period_end`,`period`,`id`,`version`);--> statement-breakpoint
CREATE INDEX `observation_by_id` ON `observation` (`id`,`version`);--> statement-breakpoint
CREATE INDEX `observation_by_record` ON `observation` (`recorded_at`);--> statement-breakpoint
CREATE TABLE `seed_load` (
	`digest` text PRIMARY KEY NOT NULL,
	`folder` text NOT NULL,
	`recorded_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `target` (
	`id` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`kind` text NOT NULL,
	`area` text NOT NULL,
	`area_basis` text NOT NULL,
	`indicator` text NOT NULL,
	`caliber` text NOT NULL,
	`due` text,
	`comparator` text NOT NULL,
	`value` integer,
	`value_max` integer,
	`tolerance` integer,
	`member_comparator` text,
	`members` text NOT NULL,
	`start_period` text,
	`nature` text NOT NULL,
	`aspirational` integer NOT NULL,
	`path` text,
	`readings` text NOT NULL,
	`band` text,
	`series` text,
	`nested_in` text,
	`decomposition` text NOT NULL,
	`citations` text NOT NULL,
	`conflicts` text NOT NULL,
	`owes` text,
	`owes_basis` text,
	`decision` text,
	`note` text,
	`note_en` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text,
	`recorded_by` text NOT NULL,
	`change_reason` text NOT NULL,
	`change_note` text,
	PRIMARY KEY(`area`, `id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `target_by_id` ON `target` (`id`,`version`);--> statement-breakpoint
CREATE INDEX `target_by_indicator` ON `target` (`area`,`indicator`,`due`,`id`);--> statement-breakpoint
CREATE INDEX `target_by_record` ON `target` (`recorded_at`);--> statement-breakpoint
CREATE TABLE `task` (
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`kind` text NOT NULL,
	`area` text NOT NULL,
	`section` text NOT NULL,
	`section_en` text,
	`departments` text NOT NULL,
	`due` text,
	`due_basis` text,
	`document` text NOT NULL,
	`clause` text NOT NULL,
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
