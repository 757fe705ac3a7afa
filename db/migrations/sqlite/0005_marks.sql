CREATE TABLE `mark` (
	`noun` text NOT NULL,
	`part` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`noun`, `part`)
);
--> statement-breakpoint
CREATE INDEX `mark_by_version` ON `mark` (`version`);