CREATE TABLE `pace` (
	`asker` text NOT NULL,
	`minute` integer NOT NULL,
	`process` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`asker`, `minute`, `process`)
);
--> statement-breakpoint
CREATE INDEX `pace_by_minute` ON `pace` (`minute`);