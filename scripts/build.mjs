// Builds the page, unless nothing that it is made of has changed since the last time.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = join(import.meta.dirname, "..");
const stampFile = join(root, "web", "dist", ".built");

function stamp() {
  const files = globSync(["pnpm-lock.yaml", "web/{src,build,public}/**/*.*", "web/*.*", "core/src/**/*.ts"], {
    cwd: root,
  });
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** Compresses every asset once, as well as it goes, so that no request pays for it. */
function compress() {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  for (const file of globSync("web/dist/assets/*.{js,css,svg}", { cwd: root })) {
    const bytes = readFileSync(join(root, file));
    writeFileSync(join(root, `${file}.br`), brotliCompressSync(bytes, { params }));
    writeFileSync(join(root, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

/** Builds where needed; throws where the build fails. */
export function build() {
  // A release brings the page built, and not what it is made of.
  if (!existsSync(join(root, "web", "src"))) return;
  const now = stamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === now) return;
  console.log("正在构建页面… Building the page…");
  const vite = join(root, "web", "node_modules", "vite", "bin", "vite.js");
  const result = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: join(root, "web"),
    stdio: "inherit",
  });
  if (result.status !== 0) throw new Error("the page could not be built");
  compress();
  writeFileSync(stampFile, now);
}
