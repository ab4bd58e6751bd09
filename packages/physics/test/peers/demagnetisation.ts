import type { Prism } from "../../src/demagnetisation.ts";

/** Aharoni's formula as printed, in 60-digit arithmetic (mpmath), and how far double precision may be off. */
export const demagnetisationByMpmath: readonly (readonly [
  prism: Prism,
  factors: readonly [x: number, y: number, z: number],
  tolerance: number,
])[] = [
  // Any double does for compact prisms; long and flat ones cancel (longest²/(product of the others)) digits.
  [{ x_m: 1, y_m: 1, z_m: 1 }, [0.33333333333333333, 0.33333333333333333, 0.33333333333333333], 1e-14],
  [{ x_m: 2, y_m: 1, z_m: 1 }, [0.19831615278883806, 0.40084192360558097, 0.40084192360558097], 1e-14],
  [{ x_m: 60e-9, y_m: 20e-9, z_m: 2e-9 }, [0.035687755116390815, 0.1116733381423249, 0.85263890674128429], 1e-13],
  [{ x_m: 60e-9, y_m: 20e-9, z_m: 1e-9 }, [0.021434315216747741, 0.066773433400989739, 0.91179225138226252], 1e-13],
  [{ x_m: 1e-6, y_m: 20e-9, z_m: 2e-9 }, [0.0022400418340606578, 0.12045376961483611, 0.87730618855110323], 1e-11],
  [{ x_m: 1000, y_m: 1, z_m: 1 }, [0.00047304184949277247, 0.49976347907525361, 0.49976347907525361], 1e-9],
  [{ x_m: 1000, y_m: 1000, z_m: 1 }, [0.0024300017866278388, 0.0024300017866278388, 0.99513999642674432], 1e-9],
  [{ x_m: 1e4, y_m: 1, z_m: 1 }, [4.7318508891505589e-5, 0.49997634074555425, 0.49997634074555425], 1e-7],
  [{ x_m: 1e4, y_m: 100, z_m: 1 }, [0.00018451299115057086, 0.019401741221537023, 0.98041374578731241], 1e-7],
];
