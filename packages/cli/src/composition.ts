import "reflect-metadata";
import cellular from "@neurofront/cellular";
import characters from "@neurofront/characters";
import cmosLatchNeuron from "@neurofront/cmos-latch-neuron";
import cmosOpampNeuron from "@neurofront/cmos-opamp-neuron";
import cmosOpampPaperNeuron from "@neurofront/cmos-opamp-paper-neuron";
import type { Plugin } from "@neurofront/core";
import convolutional from "@neurofront/convolutional";
import crossbar from "@neurofront/crossbar";
import dwmNeuron from "@neurofront/dwm-neuron";
import hfoxWanMemristor from "@neurofront/hfox-wan-memristor";
import pcmMemristor from "@neurofront/pcm-memristor";
import agAsiMemristor from "@neurofront/ag-asi-memristor";
import fefetMemristor from "@neurofront/fefet-memristor";
import ftjMemristor from "@neurofront/ftj-memristor";
import sttMtjMemristor from "@neurofront/stt-mtj-memristor";
import digits from "@neurofront/digits";
import iris from "@neurofront/iris";
import domainWallMemristor from "@neurofront/domain-wall-memristor";
import hfoxMiloMemristor from "@neurofront/hfox-milo-memristor";
import hfoxStanfordMemristor from "@neurofront/hfox-stanford-memristor";
import idealNeuron from "@neurofront/ideal-neuron";
import lateralSpinValveNeuron from "@neurofront/lateral-spin-valve-neuron";
import optimizationJs from "@neurofront/optimization-js";
import optimizers from "@neurofront/optimizer";
import measuredDevices from "@neurofront/measured-devices";
import paperGenericMemristor from "@neurofront/paper-generic-memristor";
import sheMtjNeuron from "@neurofront/she-mtj-neuron";
import { buildCatalog } from "@neurofront/study";
import type { Catalog } from "@neurofront/study";
import tio2LinearDriftMemristor from "@neurofront/tio2-linear-drift-memristor";
import vteamMemristor from "@neurofront/vteam-memristor";
import yakopcicMemristor from "@neurofront/yakopcic-memristor";
import { Container, ContainerModule } from "inversify";
import type { ServiceIdentifier } from "inversify";
import type { LoadedPlugin } from "./plugins/load-plugin.ts";
import { sourceHash } from "./source-hash.ts";

const PLUGIN: ServiceIdentifier<Plugin> = Symbol.for("neurofront/Plugin");
const CATALOG: ServiceIdentifier<Catalog> = Symbol.for("neurofront/Catalog");

/** The plugins that ship, each with the address of its sources. A new one is one line here. */
const SHIPPED: readonly (readonly [plugin: Plugin, entry: string])[] = [
  [dwmNeuron, import.meta.resolve("@neurofront/dwm-neuron")],
  [lateralSpinValveNeuron, import.meta.resolve("@neurofront/lateral-spin-valve-neuron")],
  [sheMtjNeuron, import.meta.resolve("@neurofront/she-mtj-neuron")],
  [cmosOpampPaperNeuron, import.meta.resolve("@neurofront/cmos-opamp-paper-neuron")],
  [cmosOpampNeuron, import.meta.resolve("@neurofront/cmos-opamp-neuron")],
  [cmosLatchNeuron, import.meta.resolve("@neurofront/cmos-latch-neuron")],
  [idealNeuron, import.meta.resolve("@neurofront/ideal-neuron")],
  [paperGenericMemristor, import.meta.resolve("@neurofront/paper-generic-memristor")],
  [hfoxMiloMemristor, import.meta.resolve("@neurofront/hfox-milo-memristor")],
  [hfoxStanfordMemristor, import.meta.resolve("@neurofront/hfox-stanford-memristor")],
  [tio2LinearDriftMemristor, import.meta.resolve("@neurofront/tio2-linear-drift-memristor")],
  [vteamMemristor, import.meta.resolve("@neurofront/vteam-memristor")],
  [yakopcicMemristor, import.meta.resolve("@neurofront/yakopcic-memristor")],
  [hfoxWanMemristor, import.meta.resolve("@neurofront/hfox-wan-memristor")],
  [pcmMemristor, import.meta.resolve("@neurofront/pcm-memristor")],
  [agAsiMemristor, import.meta.resolve("@neurofront/ag-asi-memristor")],
  [fefetMemristor, import.meta.resolve("@neurofront/fefet-memristor")],
  [ftjMemristor, import.meta.resolve("@neurofront/ftj-memristor")],
  [sttMtjMemristor, import.meta.resolve("@neurofront/stt-mtj-memristor")],
  [domainWallMemristor, import.meta.resolve("@neurofront/domain-wall-memristor")],
  [measuredDevices, import.meta.resolve("@neurofront/measured-devices")],
  [crossbar, import.meta.resolve("@neurofront/crossbar")],
  [cellular, import.meta.resolve("@neurofront/cellular")],
  [convolutional, import.meta.resolve("@neurofront/convolutional")],
  [characters, import.meta.resolve("@neurofront/characters")],
  [digits, import.meta.resolve("@neurofront/digits")],
  [iris, import.meta.resolve("@neurofront/iris")],
  [optimizers, import.meta.resolve("@neurofront/optimizer")],
  [optimizationJs, import.meta.resolve("@neurofront/optimization-js")],
];

/** What computes besides the plugins. */
const ENGINE: readonly string[] = [
  import.meta.resolve("@neurofront/core"),
  import.meta.resolve("@neurofront/physics"),
  import.meta.resolve("@neurofront/plugin-kit"),
  import.meta.resolve("@neurofront/training"),
  import.meta.resolve("@neurofront/pareto"),
  import.meta.resolve("@neurofront/system"),
  import.meta.resolve("@neurofront/study"),
];

/** Names by which a study may require a plugin that ships. */
export const SHIPPED_NAMES: ReadonlySet<string> = new Set(SHIPPED.flatMap(([{ id }]) => [id, `@neurofront/${id}`]));

/** What ships and what was let in besides, as one catalog. */
function wired(extra: readonly LoadedPlugin[]): ContainerModule {
  return new ContainerModule(({ bind }) => {
    for (const [plugin] of SHIPPED) bind(PLUGIN).toConstantValue(plugin);
    for (const { plugin } of extra) bind(PLUGIN).toConstantValue(plugin);
    bind(CATALOG).toResolvedValue(
      (plugins: Plugin[]) => buildCatalog(plugins, sourceHashes(extra)),
      [{ serviceIdentifier: PLUGIN, isMultiple: true }],
    );
  });
}

/** What runs here was loaded once, so its sources are read once, and checks that were compiled for its models serve again. */
const once: { hashes?: Readonly<Record<string, string>>; catalog?: Catalog } = {};

function shippedHashes(): Readonly<Record<string, string>> {
  return (once.hashes ??= {
    engine: sourceHash(ENGINE),
    ...Object.fromEntries(SHIPPED.map(([plugin, entry]) => [plugin.id, sourceHash([entry])])),
  });
}

function sourceHashes(extra: readonly LoadedPlugin[]): Record<string, string> {
  return {
    ...shippedHashes(),
    ...Object.fromEntries(extra.map(({ plugin, sourceHash: hash }) => [plugin.id, hash])),
  };
}

/**
 * Everything the commands need, wired once. The only file that knows the container.
 *
 * @param extra plugins besides those that ship
 * @throws Error when two plugins, or two models of a role, have one id
 */
export function composeCatalog(extra: readonly LoadedPlugin[] = []): Catalog {
  return extra.length === 0 ? (once.catalog ??= composed([])) : composed(extra);
}

function composed(extra: readonly LoadedPlugin[]): Catalog {
  const container = new Container({ defaultScope: "Singleton" });
  container.load(wired(extra));
  return container.get(CATALOG);
}
