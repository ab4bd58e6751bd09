import type { ViewData } from "./view.ts";
import type { MetricName } from "./metric.ts";

/** What models say around the best designs of a study, assessed for its report. */
export interface Exploration {
  readonly interactions: readonly DesignInteractions[];
  readonly maps: readonly DesignMap[];
  readonly variations: readonly VariationCourse[];
  readonly views: readonly DeviceView[];
  readonly arrays: readonly ArrayDrops[];
  readonly leftOut: readonly LeftOutPicture[];
}

/** A candidate of a search. */
export interface ExploredDesign {
  readonly search: string;
  readonly candidate: number;
}

/** A picture of a best design that was not made. */
export interface LeftOutPicture extends ExploredDesign {
  readonly picture: "interactions" | "map";
  /** The rest of a sentence, for example `its parameters change nothing`. */
  readonly reason: string;
}

/** An estimate with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Sobol indices of one parameter: shares of the variance of the logarithm of a metric. */
export interface SobolIndices {
  readonly name: string;
  /** What the parameter explains alone. */
  readonly first: Estimate;
  /** What it explains with all others together. */
  readonly total: Estimate;
}

/** How the parameters of a design act together when all are changed at once. */
export interface DesignInteractions extends ExploredDesign {
  readonly metric: MetricName;
  /** Rows of designs that all had an answer, of those asked. */
  readonly rows: number;
  readonly askedRows: number;
  /** Standard deviation of the natural logarithm of the metric. */
  readonly logDeviation: number;
  readonly parameters: readonly SobolIndices[];
}

/** One side of a map. */
export interface MapSide {
  /** For example `neuron.length_m`. */
  readonly name: string;
  readonly unit: string;
  readonly scale: "linear" | "log";
  /** Rising. */
  readonly values: readonly number[];
  /** Where the design itself stands. */
  readonly own: number;
}

/** A metric over two parameters of a design, all others kept. */
export interface DesignMap extends ExploredDesign {
  readonly metric: MetricName;
  readonly x: MapSide;
  readonly y: MapSide;
  /** Row by row from the lowest `y`. */
  readonly cells: readonly MapCell[];
}

/** One design of a map; without a value it is impossible. */
export interface MapCell {
  readonly value?: number;
  /** Codes of the rules and constraints it breaks. */
  readonly broken: readonly string[];
}

/** Accuracy of a design when every spread from device to device is multiplied by a factor. */
export interface VariationCourse extends ExploredDesign {
  readonly points: readonly {
    readonly factor: number;
    /** Analytic. */
    readonly accuracy: number;
    /** Percentiles over chips; absent where none were drawn. */
    readonly chips?: { readonly count: number; readonly p05: number; readonly p50: number; readonly p95: number };
  }[];
}

/** A view of one part of a design, as in `neurofront simulate --view`. */
export interface DeviceView extends ExploredDesign {
  readonly role: "neuron" | "synapse";
  readonly model: string;
  readonly view: string;
  readonly title: string;
  readonly meaning: string;
  /** Absent where the view has no answer for the design. */
  readonly data?: ViewData;
}

/** What share of each cell's current reaches the neurons in the array of one layer. */
export interface ArrayDrops extends ExploredDesign {
  /** 1, 2, ... */
  readonly layer: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Row by row from the driver's end: current that arrives over that of perfect wires and drivers into a clamped column. */
  readonly share: readonly number[];
}
