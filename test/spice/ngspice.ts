import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mayDoWithout } from "../installed-tool.ts";

/** True where ngspice is missing and may be. */
export const withoutNgspice: boolean = mayDoWithout("ngspice");

/**
 * Run a netlist in ngspice and read what it printed or measured, by name in lower case.
 *
 * @throws Error when ngspice cannot be started or stops with an error
 */
export async function simulate(netlist: string): Promise<ReadonlyMap<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), "neurofront-spice-"));
  try {
    const file = join(folder, "netlist.cir");
    writeFileSync(file, netlist);
    const output = await new Promise<string>((resolve, reject) => {
      execFile("ngspice", ["-b", file], { maxBuffer: 2 ** 26, timeout: 500_000 }, (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`ngspice: ${error.message}\n${stderr.slice(-2000)}`, { cause: error }));
      });
    });
    const values = new Map<string, number>();
    for (const { groups } of output.matchAll(/^(?<name>[a-z]\w*)\s+=\s+(?<value>[-+.\de]+)/gmu))
      values.set(groups!["name"]!, Number(groups!["value"]));
    return values;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The value of a name, which the simulation must have printed. */
export function valueOf(values: ReadonlyMap<string, number>, name: string): number {
  const value = values.get(name);
  if (value === undefined) throw new Error(`ngspice printed no ${name}; it printed ${[...values.keys()].join(", ")}`);
  return value;
}
