import "reflect-metadata";
import characters from "@neurofront/characters";
import cmosLatchNeuron from "@neurofront/cmos-latch-neuron";
import cmosOpampNeuron from "@neurofront/cmos-opamp-neuron";
import cmosOpampPaperNeuron from "@neurofront/cmos-opamp-paper-neuron";
import type { Plugin } from "@neurofront/core";
import crossbar from "@neurofront/crossbar";
import dwmNeuron from "@neurofront/dwm-neuron";
import hfoxMiloMemristor from "@neurofront/hfox-milo-memristor";
import idealNeuron from "@neurofront/ideal-neuron";
import lateralSpinValveNeuron from "@neurofront/lateral-spin-valve-neuron";
import optimizers from "@neurofront/optimizer";
import paperGenericMemristor from "@neurofront/paper-generic-memristor";
import { buildCatalog } from "@neurofront/study";
import type { Catalog } from "@neurofront/study";
import { Container, ContainerModule } from "inversify";
import type { ServiceIdentifier } from "inversify";

const PLUGIN: ServiceIdentifier<Plugin> = Symbol.for("neurofront/Plugin");
const CATALOG: ServiceIdentifier<Catalog> = Symbol.for("neurofront/Catalog");

/** The plugins that ship. A new one is one line here. */
const SHIPPED: readonly Plugin[] = [
  dwmNeuron,
  lateralSpinValveNeuron,
  cmosOpampPaperNeuron,
  cmosOpampNeuron,
  cmosLatchNeuron,
  idealNeuron,
  paperGenericMemristor,
  hfoxMiloMemristor,
  crossbar,
  characters,
  optimizers,
];

const shipped = new ContainerModule(({ bind }) => {
  for (const plugin of SHIPPED) bind(PLUGIN).toConstantValue(plugin);
  bind(CATALOG).toResolvedValue(
    (plugins: Plugin[]) => buildCatalog(plugins),
    [{ serviceIdentifier: PLUGIN, isMultiple: true }],
  );
});

/** Everything the commands need, wired once. The only file that knows the container. */
export function composeCatalog(): Catalog {
  const container = new Container({ defaultScope: "Singleton" });
  container.load(shipped);
  return container.get(CATALOG);
}
