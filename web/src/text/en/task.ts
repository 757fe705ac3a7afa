import type { Wording } from "../wording.ts";

export const task: Wording["task"] = {
  name: "Tasks",
  sentence:
    "Key tasks: {{keyTasks}}, safeguards: {{safeguards}}, commitments: {{commitments}}, bodies responsible: {{departments}}; {{lead}} leads most of them ({{leads}}).",
  none: "No tasks yet.",
  tasksTitle: "Key tasks and safeguards",
  tasksNote: "The body listed first leads; a task without a date of its own has the document's year.",
  supervision: "Supervision note: {{name}}",
  commitmentsTitle: "Commitments",
  commitmentsEmpty: "No commitments.",
  by: "Arrange",
  bySection: "By section",
  byDepartment: "By body",
  byArea: "By area",
  all: "All",
  kind: "Kind",
  task: "Task",
  lead: "Lead",
  others: "Others responsible",
  due: "Due",
  clause: "Clause",
  document: "Document",
  filter: "Filter",
  leading: "lead",
  nobody: "none listed",
};
