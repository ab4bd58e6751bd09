import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "plugins/*/test/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/*.slow.test.ts"],
    setupFiles: ["./test/fixed-draws.ts"],
    reporters: ["default", "./test/tally.ts"],
    testTimeout: 20_000,
    coverage: { include: ["packages/*/src/**", "plugins/*/src/**"] },
  },
});
