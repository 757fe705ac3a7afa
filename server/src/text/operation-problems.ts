/** Problems of running the system: jobs, load, storage. */
export const operationProblems = {
  "unknown-job": { title: "没有这项后台任务", detail: "未找到您名下的这项后台任务；办完七天后即清除。" },
  "job-under-way": { title: "尚未办完", detail: "这项后台任务还没有办完，请稍后再取。" },
  "job-given-up": { title: "未能办完", detail: "这项后台任务多次中断，已停止。请把编号告知系统管理员。" },
  "job-answer-lost": { title: "已经办理", detail: "这项操作已经完成，但其答复没有留下；请重新打开页面查看结果。" },
  "too-many-jobs": { title: "后台任务过多", detail: "您有许多后台任务还在排队，请等其中一些办完再提交。" },
  "too-many-requests": { title: "请求过于频繁", detail: "一分钟内的请求过多，请稍后再试；未作任何处理。" },
  "too-wide": { title: "范围过大", detail: "范围内的目标太多，一次算不完；请选择一个城市。" },
  "store-away": {
    title: "数据库暂时不可用",
    detail: "请稍候再试。带 Idempotency-Key 的操作可以原样重发，不会重复办理；否则请先刷新查看是否已经办理。",
  },
  "storage-full": { title: "存储不可写", detail: "磁盘已满或不可写，未作任何修改。请告知系统管理员。" },
  "evidence-damaged": {
    title: "材料已损坏",
    detail:
      "这份材料在存储中已缺失或与当初上传的不一致，因此不予提供。请告知系统管理员从备份恢复，或由原上传人重新上传。",
  },
  stopping: { title: "正在停止", detail: "本进程正在停止，请求请发往其他进程。" },
  overloaded: {
    title: "系统繁忙",
    detail: "系统正忙，这项请求没有办完；请稍候重试，有改动的请先刷新查看是否已经办理。",
  },
} as const;

type OperationProblem = keyof typeof operationProblems;

export const operationProblemsInEnglish: Record<OperationProblem, { readonly title: string; readonly detail: string }> =
  {
    "unknown-job": { title: "No such job", detail: "You have no such job; one is forgotten a week after it was made." },
    "job-under-way": { title: "Not done yet", detail: "The job is not done yet; ask again later." },
    "job-given-up": {
      title: "Given up",
      detail: "The job was interrupted again and again and is not tried any more. Give its id to the administrator.",
    },
    "job-answer-lost": {
      title: "Done already",
      detail: "It was done, but its answer was not kept. Open the page again to see the result.",
    },
    "too-many-jobs": { title: "Too many jobs", detail: "Many of your jobs are still waiting; let some be done first." },
    "too-many-requests": {
      title: "Too many requests",
      detail: "Too many requests within a minute; try later. Nothing was done.",
    },
    "too-wide": {
      title: "Too wide",
      detail: "There are too many targets in scope to be computed at once; choose a city.",
    },
    "store-away": {
      title: "The database cannot be reached",
      detail:
        "Try again in a moment. What has an Idempotency-Key may be sent again as it is and is done once; otherwise look first whether it was done.",
    },
    "storage-full": {
      title: "Storage cannot be written",
      detail: "The disk is full or cannot be written; nothing was changed. Tell the administrator.",
    },
    "evidence-damaged": {
      title: "The file is damaged",
      detail:
        "Its bytes are gone from storage or are no longer what was uploaded, so that they are not given out. Have the administrator restore them from a backup, or have them uploaded again.",
    },
    stopping: { title: "Stopping", detail: "This process is about to end; send requests to another one." },
    overloaded: {
      title: "Busy",
      detail: "The system is busy and did not finish this; try again, and look first whether a change was made.",
    },
  };
