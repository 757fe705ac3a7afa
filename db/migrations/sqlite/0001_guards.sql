INSERT INTO `dataset` (`id`, `version`, `recorded_at`) VALUES ('store', 0, NULL);
--> statement-breakpoint
CREATE TRIGGER `audit_keeps_rows` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_keeps_all_rows` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
