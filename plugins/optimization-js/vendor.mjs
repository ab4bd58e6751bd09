// Copies the library's one source file and its licence into a folder, so that a published plugin needs none of the
// packages that the library declares: node vendor.mjs <folder>
import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder to copy to: node vendor.mjs <folder>");
const source = createRequire(import.meta.url).resolve("optimization-js");
mkdirSync(folder, { recursive: true });
copyFileSync(source, join(folder, "optimization.cjs"));
copyFileSync(join(dirname(source), "..", "LICENSE"), join(folder, "optimization.license.txt"));
