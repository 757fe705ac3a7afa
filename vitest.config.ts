import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{core,db,seeds,server,web,test}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**"],
    testTimeout: 30_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
  },
});
