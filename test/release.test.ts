import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..");
const minute = 60_000;

/** Takes the network away from a command, where this machine lets us. */
async function findOffline(): Promise<readonly string[]> {
  const ways = [
    ["unshare", "-n"],
    ["unshare", "-rn"],
  ] as const;
  for (const way of ways) {
    const isThere = await run(way[0], [way[1], "true"]).then(
      () => true,
      () => false,
    );
    if (isThere) return way;
  }
  return [];
}

/** What a clerk of operations would do by hand, in a place without a network. */
const script = `
ip link set lo up 2>/dev/null
"$HERE/yuanbiao" start > "$DATA_DIR.log" 2>&1 & server=$!
for _ in $(seq 1 120); do
  "$NODE" -e 'fetch("http://127.0.0.1:8796/api/ready").then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))' && break
  sleep 0.5
done
"$NODE" -e '
  const get = async (path) => (await fetch("http://127.0.0.1:8796" + path)).text();
  const away = await fetch("https://registry.npmjs.org/", { signal: AbortSignal.timeout(3000) }).then(() => false, () => true);
  console.log(JSON.stringify({ health: JSON.parse(await get("/api/health")), page: (await get("/")).includes("<script"), away }));
' --input-type=module
tr '\\0' '\\n' < /proc/$server/cmdline | grep -- '^--[a-z0-9-]*=[0-9]*$' | tr '\\n' ' '; echo
"$HERE/yuanbiao" backup > /dev/null && ls "$DATA_DIR/backups"
kill -TERM $server; wait $server; echo "ended $?"
`;

describe.skipIf(process.platform !== "linux" || !["x64", "arm64"].includes(process.arch))("a release", () => {
  let folder: string;
  let child: ChildProcess | undefined;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "yuanbiao-release-test-"));
  });
  afterAll(() => {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    "starts from its archive alone, without a network, and its commands work",
    async () => {
      const make = `import(${JSON.stringify(join(root, "scripts", "release.mjs"))}).then((m) => m.release(process.arch, ${JSON.stringify(folder)}))`;
      await run(process.execPath, ["-e", make], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
      const [archive] = readdirSync(folder).filter((name) => name.endsWith(".tar.gz"));
      expect(archive).toMatch(new RegExp(`^yuanbiao-[\\d.]+-linux-${process.arch}\\.tar\\.gz$`));
      await run("sha256sum", ["-c", `${archive}.sha256`], { cwd: folder });
      await run("tar", ["-xzf", join(folder, archive ?? ""), "-C", folder]);
      const here = join(folder, archive?.replace(/\.tar\.gz$/, "") ?? "");
      const node = join(here, "node_modules", `node-linux-${process.arch}`, "bin", "node");
      const offline = await findOffline();
      const [command = "sh", ...args] = [...offline, "sh", "-c", script];
      const env = { PATH: "/usr/bin:/bin:/usr/sbin:/sbin", HOME: folder, HERE: here, NODE: node };
      const settings = { DATA_DIR: join(folder, "data"), PORT: "8796" };
      child = spawn(command, args, { env: { ...env, ...settings }, stdio: ["ignore", "pipe", "inherit"] });
      const said: string[] = [];
      child.stdout?.on("data", (text: Buffer) => said.push(text.toString()));
      await once(child, "exit");
      const [told = "", options = "", backup = "", ended] = said.join("").trim().split("\n");
      expect(JSON.parse(told)).toMatchObject({ health: { status: "ok", engine: "sqlite" }, page: true });
      if (offline.length > 0) expect(JSON.parse(told)).toMatchObject({ away: true });
      // Each by itself: of several in one word the runtime reads the first.
      const { stdout: wanted } = await run(process.execPath, [join(root, "scripts", "node-options.mjs")]);
      expect(options.trim()).toBe(wanted.trim());
      expect(options.trim().split(" ").length).toBeGreaterThan(1);
      expect(backup).toMatch(/^yuanbiao-.*\.tar\.gz$/);
      expect(ended).toBe("ended 0");
      // Nothing of the tests, and no tool of those who build, is in it.
      const packages = readdirSync(join(here, "node_modules", ".pnpm"));
      expect(packages.filter((name) => /^(vite|vitest|typescript|drizzle-kit|playwright)/.test(name))).toEqual([]);
      expect(readdirSync(here)).not.toContain("test");
    },
    10 * minute,
  );
});
