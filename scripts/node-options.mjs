// How the server's runtime is started, wherever it is.
import { availableParallelism } from "node:os";

const most = 4;

/**
 * V8 helps itself with four threads, however few cores there are: where they are more than what is left, the thread that
 * answers waits for them at each collection.
 */
export const nodeOptions = [`--v8-pool-size=${Math.min(most, Math.max(1, availableParallelism() - 1))}`];
