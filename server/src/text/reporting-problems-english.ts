import type { reportingProblems } from "./reporting-problems.ts";

type ReportingProblem = keyof typeof reportingProblems;

export const reportingProblemsInEnglish: Record<ReportingProblem, { readonly title: string; readonly detail: string }> =
  {
    "unknown-round": {
      title: "Unknown round",
      detail: "There is no round with this code, or it does not ask your area.",
    },
    "unknown-report": { title: "Unknown report", detail: "There is no report with this id, or you may not see it." },
    "unknown-check": { title: "Unknown check", detail: "There is no check with this code." },
    "unknown-document": {
      title: "Unknown document",
      detail: "There is no document with this code; register it first.",
    },
    "unknown-file": { title: "Unknown file", detail: "There is no such piece of evidence, or you may not see it." },
    "unknown-letter": { title: "Unknown letter", detail: "There is no letter with this id, or it is not for you." },
    "round-exists": { title: "Round exists", detail: "There is a round with this code already." },
    "round-not-acceptable": {
      title: "Round not acceptable",
      detail: "The round is not as it must be; see each reason. Nothing was changed.",
    },
    "round-not-draft": { title: "Not a draft", detail: "A round may be changed while it is a draft." },
    "round-not-there": {
      title: "Not the next state",
      detail: "A round goes from draft to open, closed and archived, one after the other.",
    },
    "round-not-open": {
      title: "Round not open",
      detail: "The round is not open, or was closed or archived: this cannot be done now.",
    },
    "reports-under-way": {
      title: "Reports under way",
      detail: "Some reports are submitted or returned, or ask for something: the round cannot be archived yet.",
    },
    "report-under-way": { title: "Under way", detail: "The report of this area is still under way." },
    "malformed-round-code": {
      title: "Malformed round code",
      detail: "A round's code has letters, digits and hyphens, at most 24, and no dot.",
    },
    "due-before-opening": {
      title: "Due before it opens",
      detail: "The due date must not be before the day on which the round opens.",
    },
    "indicator-twice": { title: "Indicator twice", detail: "A round asks for an indicator once." },
    "area-twice": { title: "Area twice", detail: "An area is named once." },
    "area-of-another-city": { title: "Area of another city", detail: "The area belongs to another city." },
    "area-of-others": {
      title: "Not your area",
      detail: "The round asks this area, but somebody else files for it. Remove the row.",
    },
    "changed-since": {
      title: "Changed since",
      detail:
        "Somebody else has changed this row since the workbook was downloaded. Download it again and fill that one.",
    },
    "no-number": { title: "No number", detail: "The indicator is a milestone: there is no number to file or compare." },
    "lines-not-acceptable": {
      title: "Lines not acceptable",
      detail: "Some lines are not as they must be; see each reason. None was stored.",
    },
    "no-such-line": {
      title: "No such line",
      detail: "The report does not ask for this indicator, or it is not yours.",
    },
    "line-twice": { title: "Line twice", detail: "A line is named once." },
    "line-accepted": {
      title: "Line accepted",
      detail: "The office has accepted this line; ask for a correction where it is wrong.",
    },
    "value-missing": { title: "Value missing", detail: "The state says that there is a value, but none is given." },
    "value-with-state": {
      title: "Value against state",
      detail: "With a value the state cannot be empty, not reported or not applicable.",
    },
    "not-whole": { title: "Not whole", detail: "This indicator is counted in whole numbers." },
    "negative-count": { title: "Negative", detail: "This indicator counts what there is: it is not below 0." },
    "malformed-quantity": {
      title: "Malformed number",
      detail: "Give a decimal number with at most 13 digits before and 6 after the point.",
    },
    "report-not-open": {
      title: "Report not open",
      detail: "The report was submitted, accepted or locked and cannot be changed now.",
    },
    "report-not-submitted": {
      title: "Report not submitted",
      detail: "The report was not submitted, or it is not yours to review now.",
    },
    "not-approved": { title: "Not approved", detail: "The park's approver has not approved it yet." },
    "already-approved": { title: "Already approved", detail: "This submission was approved already." },
    "own-submission": {
      title: "One's own submission",
      detail: "Who submitted or approved a report does not review it; somebody else must.",
    },
    "reason-needed": { title: "Reason needed", detail: "Give a reason." },
    "lines-returned": { title: "Lines returned", detail: "Some lines were returned and not submitted again." },
    "nothing-filled": { title: "Nothing filled", detail: "Nothing is filled in." },
    "not-accepted": { title: "Not accepted", detail: "This can be done once the report is accepted or locked." },
    "request-pending": {
      title: "Request pending",
      detail: "The park's request was not answered yet; the office grants or refuses it first.",
    },
    "no-request": { title: "No request", detail: "The report asks for nothing." },
    "date-not-later": { title: "Date not later", detail: "The date must be after the present due date." },
    "nothing-changed": { title: "Nothing changed", detail: "It says the same as what stands; nothing was changed." },
    "checks-failed": {
      title: "Checks failed",
      detail: "Some lines fail a check or need an explanation; see each of them.",
    },
    "adoption-contradicts": {
      title: "The figures contradict each other",
      detail: "Adopted together, these figures do not fit; see each line. Choose otherwise, or give a reason.",
    },
    "explanation-needed": { title: "Explanation needed", detail: "Explain this line, or correct it." },
    "below-min": { title: "Below the minimum", detail: "The figure is below what a check allows." },
    "above-max": { title: "Above the maximum", detail: "The figure is above what a check allows." },
    "no-answer": { title: "Must be filled", detail: "This line must be filled, with a figure or a state." },
    "state-not-accepted": {
      title: "State not accepted",
      detail: "The chosen state is not accepted here; a figure is needed.",
    },
    swing: { title: "Large swing", detail: "The figure differs much from the last period or the same one last year." },
    "swing-from-zero": { title: "From zero", detail: "The figure to compare with is zero." },
    "relation-broken": { title: "Relation broken", detail: "The lines do not add up as a check says." },
    "differs-from-source": {
      title: "Differs from a source",
      detail: "The figure differs from what another source published.",
    },
    "differs-from-parts": {
      title: "Share contradicts its parts",
      detail: "The share is not what its numerator and denominator in this report give.",
    },
    "source-is-zero": { title: "Source is zero", detail: "Another source says zero." },
    "upload-refused": {
      title: "Upload refused",
      detail: "Some of the file is not as it must be; each place is listed. Nothing was stored.",
    },
    "not-verified": { title: "Not verified", detail: "No department has verified this line." },
    "no-owner": { title: "No owner", detail: "The indicator has no department that could verify it." },
    "too-many-files": {
      title: "Too many files",
      detail: "The report has as many files as are allowed; withdrawn ones count too.",
    },
    "too-many-files-of-target": { title: "Too many files", detail: "The target holds as many files as it may." },
    "empty-file": { title: "Empty file", detail: "The file has no content." },
    "file-needed": { title: "File needed", detail: "Choose a file to upload." },
    "file-type-not-taken": {
      title: "File type not taken",
      detail:
        "PDF, pictures (JPG, PNG, WebP, TIFF) and Word, Excel or PowerPoint files without macros are taken, by what the file really is.",
    },
    "print-code-needed": {
      title: "Print code needed",
      detail: "A signed and sealed scan needs the code that stands on the paper.",
    },
    "unknown-print-code": {
      title: "Unknown print code",
      detail: "No sheet was printed with this code; look at the paper again.",
    },
    "print-of-another-report": {
      title: "Print of another report",
      detail: "The sheet with this code is of another report.",
    },
    "check-exists": { title: "Check exists", detail: "There is a check with this code already." },
    "check-not-acceptable": {
      title: "Check not acceptable",
      detail: "The check could not mean anything; see each reason. Nothing was changed.",
    },
    "repeated-indicator": { title: "Repeated indicator", detail: "An indicator is named once." },
    "indicators-of-relation": {
      title: "Indicators of a relation",
      detail: "A relation names its indicators in its terms; leave this empty.",
    },
    "hard-swing": {
      title: "Swing is soft",
      detail: "A true figure may jump: a swing asks for an explanation and does not block.",
    },
    "no-parts": {
      title: "No share",
      detail: "This check is for indicators in % that name a numerator and a denominator.",
    },
    "hard-other-source": {
      title: "Comparison is soft",
      detail: "The other source may be wrong: it asks for an explanation and does not block.",
    },
    "negative-percent": { title: "Negative percent", detail: "A percentage must not be negative." },
    "unbounded-range": { title: "No bound", detail: "Give at least one bound." },
    "empty-range": { title: "Empty range", detail: "No figure could lie within these bounds." },
    "mixed-units": { title: "Mixed units", detail: "The units differ; give a factor, or make separate checks." },
    "no-common-unit": {
      title: "No common unit",
      detail: "At least one term stands without a factor: its unit is the relation's.",
    },
    "no-reported-term": { title: "No reported term", detail: "At least one term must take this period's figure." },
    "repeated-term": { title: "Repeated term", detail: "An indicator and moment are named once." },
    "zero-coefficient": { title: "Zero coefficient", detail: "A coefficient must not be zero." },
    "non-positive-factor": { title: "Bad factor", detail: "A factor must be more than zero." },
    "negative-tolerance": { title: "Negative tolerance", detail: "A tolerance must not be negative." },
    "not-additive": { title: "Does not add up", detail: "Only flows add up over the year." },
    "bridge-not-acceptable": { title: "Bridge not acceptable", detail: "See each reason; nothing was changed." },
    "confirmation-needed": {
      title: "Confirmation incomplete",
      detail: "A confirmation names a person, a day and a document.",
    },
    "not-confirmed": { title: "Not a confirmation", detail: "Only a confirmed verdict names a person and a day." },
    "day-in-future": { title: "Day in the future", detail: "The day must not be after today." },
    "decision-not-acceptable": { title: "Judgement not acceptable", detail: "See each reason; nothing was changed." },
    "evidence-needed": { title: "Evidence needed", detail: "A judgement rests on a file or a document." },
    "not-to-be-judged": { title: "Not to be judged", detail: "The target has a number and is judged by figures." },
    "decomposition-not-acceptable": { title: "Plan not acceptable", detail: "See each reason; nothing was changed." },
    "no-target-value": { title: "No value", detail: "The target has no number to decompose." },
    "part-twice": { title: "Part twice", detail: "A period of an area is named once." },
    "after-due": { title: "After the due period", detail: "A part must not lie after the target's due period." },
    "document-exists": { title: "Document exists", detail: "There is a document with this code already." },
    "letter-not-acceptable": { title: "Letter not acceptable", detail: "See each reason; nothing was sent." },
    "addressee-needed": { title: "Addressee needed", detail: "Name a department or an area." },
    "nothing-asked": { title: "Nothing asked", detail: "Choose at least one missing figure or overdue report." },
    "not-missing": { title: "Not missing", detail: "This is not missing, or not overdue." },
    "date-passed": { title: "Date passed", detail: "This day has passed." },
    "malformed-year": { title: "Malformed year", detail: "A year is written with four digits, such as 2020." },
    "too-many-years": {
      title: "Too many years",
      detail: "The paper names at most 8 years; choose a shorter span.",
    },
    "nothing-to-pledge": {
      title: "Nothing to pledge",
      detail: "No document or plan sets a target for this area in these years, so there is no such paper.",
    },
    "nothing-to-dispatch": {
      title: "No targets",
      detail: "There is no target among what was chosen, so there is no such paper.",
    },
    "too-many-targets": {
      title: "Too many targets",
      detail: "The paper lists at most 1000 targets; choose a city or an area.",
    },
    "nothing-to-supervise": {
      title: "Nothing to supervise",
      detail: "The unit has no overdue task, and no target that is overdue or behind is its to answer for.",
    },
    "too-few": { title: "Too few", detail: "At least one is needed." },
    "bad-value": { title: "Bad value", detail: "This is not as it must be." },
  };
