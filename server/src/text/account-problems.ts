/** Problems of signing in, of accounts, keys and the policy. */
export const accountProblems = {
  "sign-in-refused": {
    title: "登录未成功",
    detail: "用户名、密码或验证码不正确，或账号已锁定、停用、到期。连续失败五次将锁定十五分钟，可请系统管理员解锁。",
  },
  "too-many-attempts": { title: "尝试过于频繁", detail: "该地址登录失败次数过多，请十分钟后再试。" },
  "account-locked": { title: "账号已锁定", detail: "密码连续输错，账号暂时锁定，请稍后再试或请系统管理员解锁。" },
  "wrong-password": { title: "密码不正确", detail: "密码不正确，未作任何修改。" },
  "password-weak": { title: "密码不符合要求", detail: "密码不符合要求，原因见各项说明，未作任何修改。" },
  "password-too-short": { title: "密码过短", detail: "密码长度不足，至少 10 个字符（以安全策略为准）。" },
  "password-too-long": { title: "密码过长", detail: "密码最多 128 个字符。" },
  "password-too-plain": {
    title: "密码过于简单",
    detail: "应含大写字母、小写字母、数字、其他字符中的三类，或不少于 16 个字符。",
  },
  "password-has-username": { title: "密码含用户名", detail: "密码不得包含用户名。" },
  "password-common": { title: "常见密码", detail: "这是常见的密码，或与之相近，容易被猜到。" },
  "password-reused": { title: "密码用过", detail: "不得使用最近五次用过的密码。" },
  "wrong-code": { title: "验证码不正确", detail: "请输入验证器当前显示的六位数字；每个验证码只能用一次。" },
  "second-factor-on": { title: "动态验证码已启用", detail: "该账号已启用动态验证码；如需更换，请先停用。" },
  "second-factor-off": { title: "动态验证码未启用", detail: "该账号没有启用动态验证码。" },
  "single-sign-on-off": { title: "未配置单点登录", detail: "本系统没有配置单点登录。" },
  "provider-unreachable": { title: "单点登录服务不可用", detail: "暂时无法连接单点登录服务，请稍后再试或用密码登录。" },
  "link-over": { title: "链接已失效", detail: "该链接已用过、已过期或不正确；重新启动系统可得到新的链接。" },
  "malformed-username": {
    title: "用户名有误",
    detail: "用户名为 2 至 32 个小写字母、数字、点、连字符或下划线，以字母或数字开头。",
  },
  "unknown-account": { title: "没有这个账号", detail: "未找到该用户名的账号。" },
  "account-taken": { title: "用户名已被使用", detail: "已有同名账号，请换一个用户名。" },
  "own-account": {
    title: "不能对自己操作",
    detail: "这项操作须由另一位系统管理员进行；修改自己的密码请用“修改密码”。",
  },
  "own-grants": { title: "不能修改自己的角色", detail: "自己的角色须由另一位安全管理员修改。" },
  "last-administrator": {
    title: "最后一位系统管理员",
    detail: "这是最后一位可用的系统管理员，停用后将无人能管理账号，未作任何修改。",
  },
  "grants-by-security": { title: "应由安全管理员授权", detail: "已有安全管理员，角色由安全管理员授予和收回。" },
  "grants-at-first": {
    title: "须先有安全管理员",
    detail: "尚无安全管理员时，系统管理员只能授予安全管理员和审计管理员角色，其他角色由安全管理员授予。",
  },
  "grants-unsound": { title: "角色组合不成立", detail: "所给角色不能同时授予，或缺少区域、单位，原因见各项说明。" },
  "role-twice": { title: "角色重复", detail: "同一角色只列一次，多个区域写在一起。" },
  "roles-exclude": { title: "角色互斥", detail: "这两个角色不能由同一人担任。" },
  "area-needed": { title: "缺少区域", detail: "填报员和园区审核员须指定所属区域。" },
  "area-not-taken": { title: "不需要区域", detail: "只有填报员和园区审核员按区域授权，其他角色不填区域。" },
  "department-needed": { title: "缺少单位", detail: "核定员须指定所属责任单位。" },
  "unknown-key": { title: "没有这个密钥", detail: "未找到该编号的接口密钥。" },
  "key-expiry": { title: "密钥期限有误", detail: "密钥的最后有效日应在今天至一年之内。" },
  "empty-text": { title: "内容为空", detail: "此项不能为空。" },
  "text-too-long": { title: "内容过长", detail: "此项超出长度限制。" },
  "too-many": { title: "数量过多", detail: "此项超出数量限制。" },
  "number-out-of-range": { title: "数值超出范围", detail: "该数值超出允许的范围。" },
} as const;

type AccountProblem = keyof typeof accountProblems;

export const accountProblemsInEnglish: Record<AccountProblem, { readonly title: string; readonly detail: string }> = {
  "sign-in-refused": {
    title: "Sign-in refused",
    detail:
      "The user name, the password or the code is wrong, or the account is locked, disabled or expired. Five failures in a row lock it for fifteen minutes; the administrator can unlock it.",
  },
  "too-many-attempts": {
    title: "Too many attempts",
    detail: "Too many failures from this address; try in ten minutes.",
  },
  "account-locked": {
    title: "Account locked",
    detail: "The password was wrong too often. Try later, or ask the administrator to unlock the account.",
  },
  "wrong-password": { title: "Wrong password", detail: "The password is wrong; nothing was changed." },
  "password-weak": {
    title: "Password not acceptable",
    detail: "The password does not meet the rules; see each reason.",
  },
  "password-too-short": {
    title: "Password too short",
    detail: "A password has at least 10 characters, or more where the policy says so.",
  },
  "password-too-long": { title: "Password too long", detail: "A password has at most 128 characters." },
  "password-too-plain": {
    title: "Password too plain",
    detail: "Use three of small letters, capitals, digits and other characters, or at least 16 characters.",
  },
  "password-has-username": { title: "User name in it", detail: "A password does not contain the user name." },
  "password-common": { title: "Common password", detail: "This is a common password, or close to one." },
  "password-reused": { title: "Password used before", detail: "None of the last five passwords may be used again." },
  "wrong-code": {
    title: "Wrong code",
    detail: "Give the six digits that the authenticator shows now; each code works once.",
  },
  "second-factor-on": { title: "One-time codes are on", detail: "Turn them off first to set them up anew." },
  "second-factor-off": { title: "One-time codes are off", detail: "This account does not use one-time codes." },
  "single-sign-on-off": { title: "No single sign-on", detail: "Single sign-on is not set up here." },
  "provider-unreachable": {
    title: "Provider out of reach",
    detail: "The provider of single sign-on does not answer; try later or sign in by password.",
  },
  "link-over": {
    title: "Link over",
    detail: "The link was used, is too old or is not right; starting the server again prints a new one.",
  },
  "malformed-username": {
    title: "Malformed user name",
    detail: "A user name has 2 to 32 small letters, digits, dots, hyphens or underscores, a letter or digit first.",
  },
  "unknown-account": { title: "Unknown account", detail: "There is no account with this user name." },
  "account-taken": { title: "User name taken", detail: "There is an account with this user name already." },
  "own-account": { title: "Not for oneself", detail: "Another administrator must do this to your own account." },
  "own-grants": { title: "One's own roles", detail: "Another security administrator must change your roles." },
  "last-administrator": {
    title: "The last administrator",
    detail: "Nobody else could manage accounts any more; nothing was changed.",
  },
  "grants-by-security": { title: "For the security administrator", detail: "There is one, who gives and takes roles." },
  "grants-at-first": {
    title: "A security administrator first",
    detail: "Until there is one, the administrator gives the roles of security and audit administrator alone.",
  },
  "grants-unsound": { title: "Roles that do not go together", detail: "See each reason; nothing was changed." },
  "role-twice": { title: "Role twice", detail: "A role is named once, with all of its areas." },
  "roles-exclude": { title: "Roles exclude each other", detail: "One person may not have both roles." },
  "area-needed": { title: "Area needed", detail: "A clerk or approver is given for an area." },
  "area-not-taken": {
    title: "No area",
    detail: "Only clerks and approvers are given for areas; other roles take none.",
  },
  "department-needed": { title: "Department needed", detail: "A verifier is given for a department." },
  "unknown-key": { title: "Unknown key", detail: "There is no key with this id." },
  "key-expiry": { title: "Expiry out of range", detail: "A key's last day is today or within a year." },
  "empty-text": { title: "Empty", detail: "This must not be empty." },
  "text-too-long": { title: "Too long", detail: "This is longer than is allowed." },
  "too-many": { title: "Too many", detail: "These are more than are allowed." },
  "number-out-of-range": { title: "Out of range", detail: "The number is outside of what is allowed." },
};
