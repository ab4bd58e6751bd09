import { join } from "node:path";

/** What a neuron may do wrong, as code at the start of `characterize` for designs of the faulty range. */
export const FAULTS = {
  throws: `throw new Error("square root of a negative gap");`,
  hangs: `for (;;);`,
  "exits the process": `process.exit(3);`,
  "takes all memory": `for (const kept = []; ; ) kept.push(Array.from({ length: 1e5 }, (_, k) => k + kept.length));`,
} as const;

const TEMPLATE = join(import.meta.dirname, "../../templates/neuron/src/index.ts");

/** The source of a plugin like that of the template, with a neuron that is faulty in a range of its capacitance. */
export function faultyPlugin(fault: keyof typeof FAULTS, from_F: number, to_F: number): string {
  return `import plugin from ${JSON.stringify(TEMPLATE)};
const [neuron] = plugin.models;
const characterize = (design, operating) => {
  const answer = neuron.characterize(design, operating);
  if (design.capacitance_F >= ${from_F} && design.capacitance_F < ${to_F}) { ${FAULTS[fault]} }
  return answer;
};
export default { ...plugin, id: "faulty", models: [{ ...neuron, id: "faulty-neuron", characterize }] };
`;
}
