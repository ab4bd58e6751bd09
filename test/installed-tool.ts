import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Whether a test that needs a program of the machine may be skipped: the program is not installed, and the environment variable
 * NEUROFRONT_REQUIRE_TOOLS does not ask for all of them. With it such a test runs, and fails.
 */
export function mayDoWithout(program: string): boolean {
  return (process.env["NEUROFRONT_REQUIRE_TOOLS"] ?? "") === "" && !isInstalled(program);
}

function isInstalled(program: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
