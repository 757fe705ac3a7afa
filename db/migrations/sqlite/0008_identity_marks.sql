CREATE TABLE `identity_mark` (
	`part` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `identity_mark_by_version` ON `identity_mark` (`version`);