import { TOPICS, examinePlugin } from "@neurofront/plugin-kit/conformance/check";
import type { Examined, JudgedRule, Topic } from "@neurofront/plugin-kit/conformance/check";
import { loadPlugin } from "../plugins/load-plugin.ts";
import { locatePlugin } from "../plugins/locate-plugin.ts";
import { pluginNameOfArgument } from "../plugins/plugin-name.ts";
import type { Terminal } from "../terminal.ts";
import { wrapText } from "../wrapped-text.ts";

/** A plugin that breaks a rule: exit code 1, after the verdict was printed. */
class VerdictError extends Error {
  override readonly name = "VerdictError";
}

/** What `neurofront check-plugin` takes. */
export interface CheckPluginOptions {
  readonly json?: boolean;
  /** For optimizers that think long about a proposal. */
  readonly shortSearches?: boolean;
}

/**
 * Run the conformance kit on a plugin and print a verdict. Naming the plugin is the consent to run its code.
 *
 * @param written path or package
 * @throws UsageError when there is no such plugin
 * @throws VerdictError when it breaks a rule
 */
export async function checkPluginCommand(
  written: string,
  options: CheckPluginOptions,
  terminal: Terminal,
): Promise<void> {
  const { plugin } = await loadPlugin(locatePlugin(pluginNameOfArgument(written), process.cwd()));
  const examined: Examined[] = [];
  for await (const subject of examinePlugin(plugin, options.shortSearches)) {
    examined.push(subject);
    if (options.json !== true) terminal.out.write(`${subjectText(subject, terminal.columns)}\n\n`);
  }
  const broken = examined.flatMap(({ rules }) => rules.filter(({ findings }) => findings.length > 0));
  const count = examined.reduce((sum, { rules }) => sum + rules.length, 0);
  if (options.json === true)
    terminal.out.write(
      `${JSON.stringify({ plugin: plugin.id, version: plugin.version, sound: broken.length === 0, examined })}\n`,
    );
  else if (broken.length === 0)
    terminal.out.write(`verdict: "${plugin.id}" ${plugin.version} is sound: ${count} rules kept\n`);
  if (broken.length > 0)
    throw new VerdictError(
      `verdict: "${plugin.id}" ${plugin.version} breaks ${broken.length} of ${count} rules: ${broken.map(({ code }) => code).join(", ")}`,
    );
}

const TRIED: Readonly<Record<Examined["role"], string>> = {
  plugin: "",
  neuron: "designs in circuits",
  synapse: "designs in circuits",
  interconnect: "designs with arrays",
  workload: "preparations",
  optimizer: "searches",
};

function subjectText({ role, id, title, tried, rules }: Examined, width: number | undefined): string {
  const head = `${role} ${id}: ${title}${tried === 0 ? "" : ` (${tried} ${TRIED[role]} tried)`}`;
  const topics = (Object.keys(TOPICS) as Topic[]).flatMap((topic) => {
    const own = rules.filter((rule) => rule.topic === topic);
    return own.length === 0 ? [] : [topicText(topic, own, width)];
  });
  return [wrapText(head, width), ...topics].join("\n");
}

function topicText(topic: Topic, rules: readonly JudgedRule[], width: number | undefined): string {
  const broken = rules.filter(({ findings }) => findings.length > 0);
  const state = broken.length === 0 ? "ok  " : "FAIL";
  const count =
    broken.length === 0
      ? `${rules.length} ${rules.length === 1 ? "rule" : "rules"}`
      : `${broken.length} of ${rules.length} rules broken`;
  return [`  ${state}  ${TOPICS[topic].padEnd(46)} ${count}`, ...broken.map((rule) => ruleText(rule, width))].join(
    "\n",
  );
}

/** A broken rule for the person who mends it. */
function ruleText({ code, law, findings }: JudgedRule, width: number | undefined): string {
  return wrapText(
    [
      `        ${code}`,
      ...findings.map(({ message }) => `          found     ${message}`),
      `          expected  ${law}`,
      `          do        ${findings[0]!.remedy}`,
    ].join("\n"),
    width,
    "                    ",
  );
}
