import type { ResolvedTechnology } from "@neurofront/core";

const ROLES = ["neuron", "synapse", "interconnect"] as const;

/** The models of a technology with their plugins, for messages; one alone where it is known whose fault something is. */
export function modelNames(technology: ResolvedTechnology, culprit?: (typeof ROLES)[number]): string {
  return (culprit === undefined ? ROLES : [culprit])
    .map((role) => `${role} "${technology[role].model}" of plugin "${technology[role].plugin}"`)
    .join(", ");
}
