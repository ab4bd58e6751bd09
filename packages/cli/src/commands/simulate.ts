import type { Catalog } from "@neurofront/study";
import { findDevice } from "../simulate/device.ts";
import { showOverview } from "../simulate/show-overview.ts";
import { showPoint } from "../simulate/show-point.ts";
import { showSweep } from "../simulate/show-sweep.ts";
import { showView } from "../simulate/show-view.ts";
import { readRequest } from "../simulate/request.ts";
import type { SimulateOptions } from "../simulate/request.ts";
import type { Terminal } from "../terminal.ts";

/**
 * Compute one device without a study: a view, a sweep of one parameter, its numbers at one design, or, when nothing is asked,
 * what it can show.
 *
 * @throws UsageError when what is asked is not legal, or a view has no answer; nothing has been written then
 */
export async function simulateCommand(
  id: string,
  options: SimulateOptions,
  catalog: Catalog,
  terminal: Terminal,
): Promise<void> {
  const { plugin, model: device } = findDevice(id, catalog);
  const request = readRequest(device, options);
  const simulation = { device, plugin, options, request };
  const isAsked = Object.entries(options).some(([name, value]) => name !== "json" && value !== undefined);
  if (options.view !== undefined) await showView(simulation, terminal);
  else if (request.sweep !== undefined) await showSweep(simulation, request.sweep, terminal);
  else if (isAsked) showPoint(simulation, terminal);
  else showOverview(simulation, terminal);
}
