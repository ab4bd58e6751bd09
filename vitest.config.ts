import { defineConfig } from "vitest/config";
import { ENVIRONMENT } from "./test/environment.ts";

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "plugins/*/test/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/*.slow.test.ts"],
    env: ENVIRONMENT,
    setupFiles: ["./test/fixed-draws.ts"],
    reporters: ["default", "./test/tally.ts"],
    // By default one core is kept free, which on two cores is half of them.
    maxWorkers: "100%",
    testTimeout: 20_000,
    coverage: { include: ["packages/*/src/**", "plugins/*/src/**"] },
  },
});
