import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "..", "..");

/** The options of the runtime that `npm start` gives, where this was started in the same way. */
const ownOptions = process.execArgv.filter((option) => /^--(v8-pool|min-semi-space|max-semi-space)-size=/.test(option));

/** The product's own server in a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly origin: string;
  readonly child: ChildProcess;
  /** What it said of errors beside its log. */
  complaints(): string;
  /** kill -9, and the end of it. */
  kill(): Promise<void>;
  /** As a service manager stops it; gives the exit code. */
  stop(): Promise<number | null>;
}

/** Starts a server on a free port; `environment` says where its data are. */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const env = { ...process.env, PORT: "0", HOST: "127.0.0.1", REQUESTS_PER_MINUTE: "1000000", ...environment };
  const child = spawn(process.execPath, [...ownOptions, join(root, "server", "src", "main.ts")], {
    ...{ cwd: root, env, stdio: ["ignore", "pipe", "pipe"] },
  });
  const ended = once(child, "exit");
  const said: string[] = [];
  child.stderr.on("data", (text: Buffer) => said.push(text.toString()));
  const origin = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said.join("")}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const found = /is running: (http:\/\/\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    origin,
    child,
    complaints: () => said.join(""),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
}
