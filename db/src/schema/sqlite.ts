import { sqliteKit as kit } from "../kit.ts";
import {
  defineAccount,
  defineApiKey,
  defineChallenge,
  defineCredential,
  defineIdempotency,
  defineSecondFactor,
  defineSecurityPolicy,
  defineSession,
} from "./account.ts";
import { defineArea, defineMembership } from "./area.ts";
import { defineAudit, defineAuditHead } from "./audit.ts";
import { defineBridge, defineCaliber } from "./caliber.ts";
import { defineCheck } from "./check.ts";
import { defineDataset, defineSeedLoad } from "./dataset.ts";
import { defineDepartment } from "./department.ts";
import { defineDocument } from "./document.ts";
import {
  defineAssessmentEntry,
  defineEvaluation,
  defineEvaluationResult,
  defineEvaluationSource,
  defineEvaluationStep,
  defineObjection,
  definePanel,
  definePanelScore,
} from "./evaluation.ts";
import { defineDecision, defineEvidence, defineLetter, defineReportPrint } from "./evidence.ts";
import { defineIdentityMark } from "./identity-mark.ts";
import { defineIndicator } from "./indicator.ts";
import { defineFilePart, defineJob } from "./job.ts";
import { defineLightRule } from "./light-rule.ts";
import { defineMark } from "./mark.ts";
import { defineConflict, defineObservation } from "./observation.ts";
import { definePace } from "./pace.ts";
import { defineReport, defineReportEvent, defineReportLine, defineRound, defineVerification } from "./report.ts";
import { defineScheme } from "./scheme.ts";
import { defineTarget } from "./target.ts";
import { defineTask } from "./task.ts";

export const document = defineDocument(kit);
export const department = defineDepartment(kit);
export const area = defineArea(kit);
export const membership = defineMembership(kit);
export const indicator = defineIndicator(kit);
export const caliber = defineCaliber(kit);
export const target = defineTarget(kit);
export const bridge = defineBridge(kit);
export const observation = defineObservation(kit);
export const conflict = defineConflict(kit);
export const task = defineTask(kit);
export const lightRule = defineLightRule(kit);
export const dataset = defineDataset(kit);
export const seedLoad = defineSeedLoad(kit);
export const mark = defineMark(kit);
export const identityMark = defineIdentityMark(kit);
export const pace = definePace(kit);
export const audit = defineAudit(kit);
export const auditHead = defineAuditHead(kit);
export const round = defineRound(kit);
export const report = defineReport(kit);
export const reportLine = defineReportLine(kit);
export const verification = defineVerification(kit);
export const reportEvent = defineReportEvent(kit);
export const evidence = defineEvidence(kit);
export const reportPrint = defineReportPrint(kit);
export const decision = defineDecision(kit);
export const letter = defineLetter(kit);
export const check = defineCheck(kit);
export const scheme = defineScheme(kit);
export const evaluation = defineEvaluation(kit);
export const evaluationStep = defineEvaluationStep(kit);
export const evaluationResult = defineEvaluationResult(kit);
export const evaluationSource = defineEvaluationSource(kit);
export const panel = definePanel(kit);
export const panelScore = definePanelScore(kit);
export const assessmentEntry = defineAssessmentEntry(kit);
export const objection = defineObjection(kit);
export const account = defineAccount(kit);
export const credential = defineCredential(kit);
export const session = defineSession(kit);
export const challenge = defineChallenge(kit);
export const secondFactor = defineSecondFactor(kit);
export const apiKey = defineApiKey(kit);
export const securityPolicy = defineSecurityPolicy(kit);
export const idempotency = defineIdempotency(kit);
export const job = defineJob(kit);
export const filePart = defineFilePart(kit);
