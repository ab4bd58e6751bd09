import { Option } from "commander";
import type { Command } from "commander";
import type { CheckPluginOptions } from "../commands/check-plugin.ts";
import type { NewPluginOptions } from "../commands/new-plugin.ts";
import type { PluginOptions } from "../plugins/gather-plugins.ts";
import type { SimulateOptions } from "../simulate/request.ts";
import type { Terminal } from "../terminal.ts";
import { catalog } from "./asked-catalog.ts";
import { examples } from "./help-text.ts";
import { collected } from "./option-values.ts";
import { takingPlugins, withoutPlugins } from "./shared-options.ts";

/** `neurofront list`. */
export function addList(program: Command, terminal: Terminal): void {
  takingPlugins(program.command("list"))
    .description("show plugins, parameters [of a model], metrics, ledger lines, or discrepancies of the sources")
    .argument("<what>", "plugins | parameters | metrics | ledger | discrepancies")
    .argument("[model]", "a model's id, for parameters")
    .addHelpText(
      "after",
      examples("neurofront list plugins", "neurofront list parameters dwm-neuron", "neurofront list discrepancies"),
    )
    .action(async (what: string, model: string | undefined, options: PluginOptions) => {
      const { listCommand } = await import("../commands/list.ts");
      listCommand(what, model, await catalog(options), terminal);
    });
}

/** `neurofront simulate`. */
export function addSimulate(program: Command, terminal: Terminal): void {
  takingPlugins(program.command("simulate"))
    .description("compute one device without a study: a view of it, or a sweep of one parameter")
    .argument("<model>", "a neuron, a synapse or an interconnect; alone, shows what it can be asked")
    .option("--view <view>", "what to look at, such as trajectory")
    .option("--sweep <name=low:high:count>", "what to sweep, also a list: name=value,value")
    .addOption(new Option("--scale <scale>", "spread of a sweep (default: as declared)").choices(["linear", "log"]))
    .option("--show <quantities>", "what the figure and the printed table show, with commas between")
    .option("--preset <name>", "parameter set to start from")
    .option("--set <name=value>", "value of a parameter of the device (repeatable)", collected)
    .option("--setting <name=value>", "value of a setting of the view (repeatable)", collected)
    .option("--operating <name=value>", "value of the circuit around the device (repeatable)", collected)
    .option("--temperature <value>", "the same as --operating temperature=... (default: 300 K)")
    .option("--input-voltage <value>", "the same as --operating inputVoltage=... (default: 100 mV)")
    .option("--out <folder>", "folder of table and figure (default: out/<model>)")
    .option("--json", "print one JSON object in place of text")
    .addHelpText(
      "after",
      `${examples(
        "neurofront simulate dwm-neuron",
        `neurofront simulate dwm-neuron --sweep switchingCurrent="1 uA:10 uA:50" --scale log --show energy,delay`,
        `neurofront simulate dwm-neuron --preset A --set length="40 nm" --temperature "350 K" --input-voltage "10 mV"`,
        `neurofront simulate ideal-neuron --view firing --setting span="5 uA" --out out/ideal`,
        `neurofront simulate paper-generic-memristor --sweep inputVoltage="10 mV:500 mV:30"`,
      )}\n\nTables are CSV (RFC 4180), figures SVG. A design without an answer is a row with a status and a reason.\n`,
    )
    .action(async (model: string, options: SimulateOptions & PluginOptions) => {
      const { simulateCommand } = await import("../commands/simulate.ts");
      await simulateCommand(model, withoutPlugins(options), await catalog(options), terminal);
    });
}

/** `neurofront new-plugin`. */
export function addNewPlugin(program: Command, terminal: Terminal): void {
  program
    .command("new-plugin")
    .description("write a plugin that works, to put your own equations in")
    .argument("<name>", "small letters, digits and hyphens, such as my-neuron")
    .addOption(
      new Option("--role <role>", "what it is in a network")
        .choices(["neuron", "synapse", "interconnect", "workload", "optimizer"])
        .makeOptionMandatory(),
    )
    .option("--into <folder>", "where to make its folder (default: plugins/ if there is one, else here)")
    .addHelpText(
      "after",
      examples(
        "neurofront new-plugin my-neuron --role neuron",
        "neurofront new-plugin my-device --role synapse --into lab",
      ),
    )
    .action(async (name: string, options: NewPluginOptions) => {
      const { newPluginCommand } = await import("../commands/new-plugin.ts");
      newPluginCommand(name, options, terminal);
    });
}

/** `neurofront check-plugin`. */
export function addCheckPlugin(program: Command, terminal: Terminal): void {
  program
    .command("check-plugin")
    .description("run the conformance kit on a plugin and print a verdict; this runs its code")
    .argument("<plugin>", "its folder, its module, or the name of a package")
    .option("--json", "print one JSON object in place of text")
    .option("--short-searches", "for optimizers that think long about a proposal")
    .addHelpText(
      "after",
      examples("neurofront check-plugin ./my-neuron", "neurofront check-plugin neurofront-stno --json"),
    )
    .action(async (plugin: string, options: CheckPluginOptions) => {
      const { checkPluginCommand } = await import("../commands/check-plugin.ts");
      await checkPluginCommand(plugin, options, terminal);
    });
}
