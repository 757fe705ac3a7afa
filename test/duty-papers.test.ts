import { DecompositionView } from "@yuanbiao/server/decision/shape";
import { ProgressList } from "@yuanbiao/server/progress/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
