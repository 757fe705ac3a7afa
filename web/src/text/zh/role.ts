/** The roles of accounts. */
export const role = {
  clerk: "填报员",
  approver: "园区审核员",
  verifier: "核定员",
  coordinator: "领导小组办公室",
  assessor: "考核办",
  expert: "评审专家",
  leader: "领导",
  admin: "系统管理员",
  security: "安全管理员",
  auditor: "审计管理员",
} as const;
