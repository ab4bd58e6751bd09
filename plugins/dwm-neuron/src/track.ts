import type { DomainWallTrack } from "@neurofront/physics";
import type { DwmDesign } from "./parameters.ts";

/** The free domain as the wall meets it: pinning, and fixed domains at both ends. */
export function trackOf(
  design: Pick<DwmDesign, "length_m" | "endWallStiffness_N_m" | "pinning" | "pinningBarrier_J" | "pinningPeriod_m">,
): DomainWallTrack {
  return {
    length_m: design.length_m,
    endStiffness_N_m: design.endWallStiffness_N_m,
    pinning: {
      barrier_J: design.pinning === "washboard" ? design.pinningBarrier_J : 0,
      period_m: design.pinningPeriod_m,
    },
  };
}
