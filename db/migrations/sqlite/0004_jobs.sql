CREATE TABLE `file_part` (
	`folder` text NOT NULL,
	`hash` text NOT NULL,
	`part` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`folder`, `hash`, `part`)
);
--> statement-breakpoint
CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`account` text,
	`rights` text,
	`address` text,
	`method` text,
	`target` text,
	`headers` text,
	`body` text,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`claimed_by` text,
	`claimed_until` text,
	`created_at` text NOT NULL,
	`finished_at` text,
	`status` integer,
	`answer_headers` text,
	`answer` text
);
--> statement-breakpoint
CREATE INDEX `job_by_state` ON `job` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `job_by_account` ON `job` (`account`,`created_at`);--> statement-breakpoint
CREATE INDEX `audit_by_address` ON `audit` (`address`,`recorded_at`);