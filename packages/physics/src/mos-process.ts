import type { MosTransistor } from "./mos-ekv.ts";
import type { MosPolarity } from "./mos-temperature.ts";
import { atCorner } from "./process-corner.ts";
import type { ProcessCorner } from "./process-corner.ts";
import { mos45nm } from "./ptm-45nm.ts";
import { atNode } from "./technology-node.ts";
import type { TechnologyNode } from "./technology-node.ts";

/** Where on the wafer, in which technology and how warm a transistor is. */
export interface MosProcess {
  readonly node: TechnologyNode;
  readonly corner: ProcessCorner;
  readonly temperature_K: number;
}

/**
 * A high-performance transistor of a length in a process. Exact at 45 nm, typical and 27 degrees Celsius, where it was
 * extracted.
 *
 * @throws RangeError if the length is outside 45 nm to 360 nm or the temperature is not positive
 */
export function mosInProcess(
  polarity: MosPolarity,
  length_m: number,
  { node, corner, temperature_K }: MosProcess,
): MosTransistor {
  return atCorner(atNode(mos45nm({ polarity, length_m, temperature_K }), polarity, node), polarity, corner);
}
