// The options of the runtime, for npm's scripts and, said aloud, for the starter of an archive.
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

const most = 4;
const youngMegabytes = 16;

/**
 * V8 helps itself with four threads, however few cores there are: where they are more than what is left, the thread that
 * answers waits for them at each collection. It collects everything as soon as the old half has no more room left than the
 * young one may take: with its own size for the young half, every few seconds, and each time whoever asks waits. The young
 * half has its size from the beginning: what it grows to in hours looks like a leak until then.
 */
export const nodeOptions = [
  `--v8-pool-size=${Math.min(most, Math.max(1, availableParallelism() - 1))}`,
  `--min-semi-space-size=${youngMegabytes}`,
  `--max-semi-space-size=${youngMegabytes}`,
];

/**
 * What glibc's allocator is told, where nobody told it anything. By itself it keeps up to eight pools a core, each with
 * gaps of its own, and raises the bound above which a piece goes back to the system: with this a server under load held a
 * quarter less outside the heaps after eight minutes.
 */
export const allocatorEnvironment = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: String(4 * 1024 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(8 * 1024 * 1024),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(nodeOptions.join(" "));
