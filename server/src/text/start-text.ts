/** Why the server does not start, Chinese and English: what is wrong, and what mends it. */
export const startText = {
  environment: (names: readonly string[]): string => {
    const list = names.join(", ");
    return `环境变量有误：${list}。Environment variable not acceptable: ${list}.`;
  },
  clearText: (host: string): string =>
    `HOST=${host} 超出本机，须设 TLS_CERT 与 TLS_KEY（本机证书）或 TRUSTED_PROXY（加密代理的地址），否则密码会明文传输。HOST=${host} is beyond this machine and needs TLS_CERT and TLS_KEY, or TRUSTED_PROXY: passwords never travel in clear text.`,
  guessable: (name: string): string =>
    `${name} 容易被猜到（占位文字、重复或顺序字符）：请改用随机值，例如 openssl rand -base64 32。${name} is easy to guess (a placeholder, a repetition or a run): make it random, for example by openssl rand -base64 32.`,
  clearAddress: (name: string, address: string): string =>
    `${name}=${address} 是明文地址：超出本机须用 https://。${name}=${address} is clear text: beyond this machine it is https://.`,
  database: (host: string): string =>
    `DATABASE_URL 连到另一台机器（${host}）而未加密：请加 ?sslmode=verify-full；确属专用内网的，设 DATABASE_CLEAR_TEXT=allowed。DATABASE_URL leads to another machine (${host}) without TLS: add ?sslmode=verify-full, or set DATABASE_CLEAR_TEXT=allowed where the network is your own.`,
  readable: (file: string): string =>
    `${file} 可被其他账号读写：chmod 600 ${file}。${file} can be read or written by other accounts of this machine: chmod 600 ${file}.`,
  certificateOver: (file: string, day: string): string =>
    `证书 ${file} 已于 ${day} 到期。The certificate ${file} ended on ${day}.`,
  certificateEarly: (file: string, day: string): string =>
    `证书 ${file} 自 ${day} 起才有效。The certificate ${file} is not valid before ${day}.`,
  certificateOther: (file: string, key: string): string =>
    `私钥 ${key} 与证书 ${file} 不成对。The key ${key} is not the one of the certificate ${file}.`,
  /** Only a warning: the administrator is there, and this password opens nothing. */
  passwordUnused:
    "提醒：ADMIN_PASSWORD 过弱且不再起作用，请从环境中删去。Warning: ADMIN_PASSWORD is weak and has no effect any more: remove it from the environment.",
} as const;
