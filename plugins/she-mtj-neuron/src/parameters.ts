import type { Design } from "@neurofront/core";
import { junctionParameters } from "./junction-parameters.ts";
import { magnetParameters } from "./magnet-parameters.ts";
import { operationParameters } from "./operation-parameters.ts";
import { stripParameters } from "./strip-parameters.ts";

/** Every parameter of the spin-Hall-preset tunnel-junction neuron. */
export const parameters = { ...stripParameters, ...magnetParameters, ...junctionParameters, ...operationParameters };

/** What the model computes with. */
export type SheMtjDesign = Design<typeof parameters>;
