/** 口径衔接: whether a figure may be compared with a target. */
export const bridge = {
  title: "口径衔接",
  note: "这些指标值的口径与目标口径不完全相同。确认须写明责任人、日期和文件；退回的不参与比较。改动立即影响判定，历次结论都留存。",
  figure: "指标值",
  verdict: "结论",
  reason: "理由",
  document: "依据",
  edit: "办理",
  editOf: "办理口径衔接：{{figure}}",
  dialog: "口径衔接：{{figure}}",
  standing: "现在：{{verdict}}。{{reason}}",
  decide: "结论",
  options: {
    confirmed: "确认：口径可比",
    mismatch: "退回：口径不一致，不作比较",
    assumed: "待确认：暂按可比，标为初判",
  },
  reasonHint: "写明口径差异和认定依据，将显示在目标页。",
  confirmedBy: "确认人（单位、姓名）",
  confirmedOn: "确认日期",
  save: "保存结论",
  saved: "已保存：{{verdict}}。",
} as const;
