import type { Design } from "@neurofront/core";
import { channelParameters } from "./channel-parameters.ts";
import { magnetParameters } from "./magnet-parameters.ts";
import { operationParameters } from "./operation-parameters.ts";
import { readParameters } from "./read-parameters.ts";
import { simulationParameters } from "./simulation-parameters.ts";

/** Every parameter of the lateral-spin-valve neuron. */
export const parameters = {
  ...channelParameters,
  ...magnetParameters,
  ...operationParameters,
  ...readParameters,
  ...simulationParameters,
};

export type LsvParameters = typeof parameters;

/** What the model computes with. */
export type LsvDesign = Design<LsvParameters>;
