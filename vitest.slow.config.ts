import { defineConfig } from "vitest/config";
import { ENVIRONMENT } from "./test/environment.ts";

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.slow.test.ts", "plugins/*/test/**/*.slow.test.ts", "test/**/*.slow.test.ts"],
    env: ENVIRONMENT,
    setupFiles: ["./test/fixed-draws.ts"],
    reporters: ["default", "./test/tally.ts"],
    // By default one core is kept free, which on two cores is half of them.
    maxWorkers: "100%",
    testTimeout: 600_000,
  },
});
