import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { isLoopback } from "./security.ts";

/** 8787, or what PORT says. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly place: { readonly dataDir: string } | { readonly databaseUrl: string };
}

/** Reads the environment; a sentence says what is wrong with it. `root` is where a relative DATA_DIR starts. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, root: string): Config | string {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path.join(".")).join(", ");
    return `环境变量有误：${names}。Environment variable not acceptable: ${names}.`;
  }
  const { PORT: port, HOST: host, DATA_DIR: dataDir, DATABASE_URL: databaseUrl } = parsed.data;
  if (!isLoopback(host)) {
    return `尚无账号与权限时只在本机提供服务，HOST=${host} 被拒绝。Without accounts only loopback is served; HOST=${host} is refused.`;
  }
  if (databaseUrl !== undefined) return { port, host, place: { databaseUrl } };
  return { port, host, place: { dataDir: isAbsolute(dataDir) ? dataDir : join(root, dataDir) } };
}
