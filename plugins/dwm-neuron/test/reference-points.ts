import {
  depinningForce_N,
  domainWallAfter,
  domainWallForce_N,
  domainWallSteadySpeed_m_s,
  domainWallThreshold_A,
  endlessTrack,
  fieldGyromagneticRatio_m_A_s,
  spinDrift_m_s,
  spinHallField_A_m,
  walkerSpeed_m_s,
  bracketedRoot,
  domainWallOf,
} from "@neurofront/physics";
import type { DomainWall } from "@neurofront/physics";
import type { DwmDesign } from "../src/parameters.ts";
import { driveAt, motionAt } from "../src/wall-drive.ts";
import { crossingErrorProbability } from "../src/write-error.ts";
import { atDensity, deviceOf, workingOperation } from "./device.ts";

/** A number that an independent implementation (Python) gave, and what the models give. */
export interface ReferencePoint {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly expected: number;
  /** Relative; why, in {@link tolerances}. */
  readonly tolerance: number;
  readonly found: () => number;
}

/** Printed digits and step of either integration; neglected shape field; one relaxation time for all currents. */
const tolerances = { digits: 1e-3, integrated: 3e-3, strip: 0.01, shapeField: 0.015, relaxation: 0.01 } as const;

const A = deviceOf("A");
const withoutSpinHall = { spinHallAngle: 0 };
const nanosecond = { ...workingOperation(A), write_s: 1e-9 };
const free = endlessTrack.pinning;

const integratedSpeed = (device: DwmDesign, density_A_m2: number, pinning = free): number => {
  const { wall, drive } = atDensity(device, density_A_m2);
  return domainWallSteadySpeed_m_s(wall, drive, pinning);
};
const closedSpeed = (device: DwmDesign, density_A_m2: number): number => {
  const { wall, path, track } = workingOperation(device);
  return motionAt(wall, path, track, density_A_m2 * device.width_m * device.thickness_m).speed_m_s;
};
const crossing_s = (fidelity: DwmDesign["fidelity"], device: DwmDesign, current_A: number): number =>
  workingOperation({ ...device, fidelity, switchingCurrent_A: current_A }).write_s;

const densities = [1e10, 2.5e10, 4e10, 5e10, 1e11, 2.5e11, 5e11, 1e12] as const;

const material: ReferencePoint[] = [
  {
    id: "DW1",
    what: "drift at 5e10 A/m^2",
    unit: "m/s",
    expected: 2.8942,
    tolerance: tolerances.digits,
    found: () => spinDrift_m_s(domainWallOf(A), 5e10),
  },
  {
    id: "DW1",
    what: "spin Hall field at 5e10 A/m^2",
    unit: "A/m",
    expected: 2182.5,
    tolerance: tolerances.digits,
    found: () => spinHallField_A_m(domainWallOf(A), 0.2, 5e10),
  },
];

const speeds = (id: string, device: DwmDesign, expected: readonly number[], closed: number): ReferencePoint[] =>
  expected.flatMap((speed_m_s, k) => {
    const density = densities[k]!;
    const row = { id, unit: "m/s", expected: speed_m_s };
    return [
      {
        ...row,
        what: `speed at ${density} A/m^2, integrated`,
        tolerance: tolerances.integrated,
        found: () => integratedSpeed(device, density),
      },
      {
        ...row,
        what: `speed at ${density} A/m^2, closed form`,
        tolerance: closed,
        found: () => closedSpeed(device, density),
      },
    ];
  });

const gains: ReferencePoint[] = (
  [
    [5e10, 4.98],
    [1e11, 4.89],
    [2.5e11, 4.42],
  ] as const
).map(([density, expected]) => ({
  id: "DW4",
  what: `speed with over without spin Hall effect at ${density} A/m^2, integrated`,
  unit: "1",
  expected,
  tolerance: tolerances.strip,
  found: () => integratedSpeed(A, density) / integratedSpeed(deviceOf("A", withoutSpinHall), density),
}));

const crossings = (
  id: string,
  rows: readonly (readonly [preset: "A" | "B", changes: Partial<DwmDesign>, current_uA: number, expected_ns: number])[],
  integrated: number,
  closedOf: (current_uA: number) => number,
): ReferencePoint[] =>
  rows.flatMap(([preset, changes, current_uA, expected_ns]) => {
    const device = deviceOf(preset, changes);
    const row = { id, unit: "s", expected: expected_ns * 1e-9 };
    const what = `crossing of ${preset} ${JSON.stringify(changes)} at ${current_uA} uA`;
    return [
      {
        ...row,
        what: `${what}, integrated`,
        tolerance: integrated,
        found: () => crossing_s("q-phi", device, current_uA * 1e-6),
      },
      {
        ...row,
        what: `${what}, closed form`,
        tolerance: closedOf(current_uA),
        found: () => crossing_s("closed-form", device, current_uA * 1e-6),
      },
    ];
  });

const thresholds: ReferencePoint[] = (["q-phi", "closed-form"] as const).flatMap((fidelity) =>
  (
    [
      ["with", {}, 2.08e-6],
      ["without", withoutSpinHall, 10.1e-6],
    ] as const
  ).map(([word, changes, expected]) => ({
    id: "DW7",
    what: `threshold for 1 ns ${word} spin Hall effect, ${fidelity}`,
    unit: "A",
    expected,
    tolerance: tolerances.strip,
    found: () =>
      domainWallThreshold_A((current_A) => crossing_s(fidelity, deviceOf("A", changes), current_A), 1e-9, {
        low_A: 1e-7,
        high_A: 3e-5,
      }),
  })),
);

const trajectory: ReferencePoint[] = (
  [
    [0.05, 0.6901],
    [0.1, 2.2082],
    [0.2, 6.7582],
    [0.5, 24.9159],
    [1, 57.6501],
  ] as const
).map(([time_ns, expected_nm]) => ({
  id: "DW8",
  what: `position at 5e10 A/m^2 after ${time_ns} ns`,
  unit: "m",
  expected: expected_nm * 1e-9,
  tolerance: tolerances.digits,
  found: () => {
    const { wall, drive } = atDensity(A, 5e10);
    return domainWallAfter(wall, endlessTrack, drive, time_ns * 1e-9).position_m;
  },
}));

const angle: ReferencePoint = {
  id: "DW8",
  what: "angle at 5e10 A/m^2 after 1 ns",
  unit: "rad",
  expected: 0.11801,
  tolerance: tolerances.digits,
  found: () => {
    const { wall, drive } = atDensity(A, 5e10);
    return domainWallAfter(wall, endlessTrack, drive, 1e-9).angle_rad;
  },
};

const presetSpeeds: ReferencePoint[] = (
  [
    ["DW10", "B", withoutSpinHall, 1e11, 100.1, 0.01, 0.01],
    ["DW10", "B", {}, 5e10, 237.8, 0.01, 0.01],
    ["DW10", "B", {}, 1e11, 417.9, 0.01, 0.01],
    // The shape field that the closed form neglects is a tenth of the DMI field of R1.
    ["DW11", "R1", {}, 1e11, 73.9, 0.02, 0.03],
    ["DW11", "R1", {}, 1e12, 75.6, 0.02, 0.02],
    ["DW12", "R2", {}, 1e11, 35.51, 0.01, 0.01],
    ["DW12", "R2", {}, 1e12, 285.5, 0.01, 0.01],
  ] as const
).flatMap(([id, preset, changes, density, expected, integrated, closed]) => {
  const device = deviceOf(preset, changes);
  const row = { id, unit: "m/s", expected };
  const what = `speed of ${preset} ${JSON.stringify(changes)} at ${density} A/m^2`;
  return [
    { ...row, what: `${what}, integrated`, tolerance: integrated, found: () => integratedSpeed(device, density) },
    {
      ...row,
      what: `${what}, closed form`,
      tolerance: closed,
      found: () => closedSpeed(device, density),
    },
  ];
});

const opposing: ReferencePoint[] = (
  [
    [5e10, -39.56],
    [1e11, -78.13],
  ] as const
).map(([density, expected]) => ({
  id: "DW12b",
  what: `speed of A at ${density} A/m^2 with the spin Hall effect opposing, integrated`,
  unit: "m/s",
  expected,
  tolerance: tolerances.strip,
  found: () => integratedSpeed(deviceOf("A", { sheAssist: "oppose" }), density),
}));

/** A textbook wall without DMI. */
const bloch: DomainWall = {
  width_m: 20e-9,
  thickness_m: 2e-9,
  saturationMagnetisation_A_m: 6e5,
  damping: 0.02,
  nonAdiabaticity: 0,
  polarisation: 0.6,
  effectiveAnisotropy_J_m3: 4e5,
  wallParameter_m: 5e-9,
  shapeField_A_m: 2e4,
  dmi_J_m2: 0,
  dmiField_A_m: 0,
  criticalDmi_J_m2: 2.5e-3,
};
const intrinsic_m_s = (fieldGyromagneticRatio_m_A_s * bloch.wallParameter_m * bloch.shapeField_A_m) / 2;
const breakdown = 0.005;

const walker: ReferencePoint[] = [
  ...(
    [
      [100, 5.532],
      [300, 4.231],
      [600, 1.911],
      [2000, 0.5986],
    ] as const
  ).map(([field_A_m, expected]) => ({
    id: "DW13",
    what: `speed of a wall without DMI in ${field_A_m} A/m, integrated`,
    unit: "m/s",
    expected,
    tolerance: breakdown,
    found: () => domainWallSteadySpeed_m_s(bloch, { drift_m_s: 0, spinHallField_A_m: 0, easyAxisField_A_m: field_A_m }),
  })),
  {
    id: "DW14",
    what: "largest drift that a wall with beta = 0 withstands",
    unit: "m/s",
    expected: 11.064,
    tolerance: breakdown,
    found: () => intrinsic_m_s,
  },
  {
    id: "DW14",
    what: "current density of that drift",
    unit: "A/m^2",
    expected: 1.9114e11,
    tolerance: breakdown,
    found: () => intrinsic_m_s / spinDrift_m_s(bloch, 1),
  },
  ...(
    [
      ["DW14", 0, 2, 19.155],
      ["DW14", 0, 5, 54.18],
      ["DW15", 0.04, 0.9, 19.915],
      ["DW15", 0.04, 2, 25.1],
    ] as const
  ).flatMap(([id, beta, ratio, expected]) => [
    {
      id,
      what: `speed at ${ratio} times that drift with beta = ${beta}, Walker's formula`,
      unit: "m/s",
      expected,
      tolerance: breakdown,
      found: () => walkerSpeed_m_s(ratio * intrinsic_m_s, intrinsic_m_s, 0.02, beta),
    },
    {
      id,
      what: `speed at ${ratio} times that drift with beta = ${beta}, integrated`,
      unit: "m/s",
      expected,
      tolerance: breakdown,
      found: () =>
        domainWallSteadySpeed_m_s(
          { ...bloch, nonAdiabaticity: beta },
          { drift_m_s: ratio * intrinsic_m_s, spinHallField_A_m: 0 },
        ),
    },
  ]),
];

const thermal: ReferencePoint[] = [
  ...(
    [
      [1, 0.355, 0.07],
      [2, 0.177, 0.07],
      [3, 0.0758, 0.07],
      [4, 0.0309, 0.07],
      [5, 0.0123, 0.07],
      [6, 0.0047, 0.07],
      // Forty errors of 20 000 runs, and a write of few relaxation times.
      [7, 0.0019, 0.15],
    ] as const
  ).map(([current_uA, expected, tolerance]) => ({
    id: "DW18",
    what: `error of 1 ns at 300 K and ${current_uA} uA, closed form`,
    unit: "1",
    expected,
    tolerance,
    found: () => crossingErrorProbability(nanosecond, 300, current_uA * 1e-6),
  })),
  ...(
    [
      [1e-1, 2.67e-6],
      [1e-2, 5.15e-6],
      [1e-3, 7.97e-6],
    ] as const
  ).map(([error, expected]) => ({
    id: "DW20",
    what: `current for an error of ${error} in 1 ns at 300 K, closed form`,
    unit: "A",
    expected,
    tolerance: 0.02,
    found: () =>
      bracketedRoot((current_A) => Math.log(crossingErrorProbability(nanosecond, 300, current_A) / error), {
        low: 1e-6,
        high: 1e-5,
      }),
  })),
];

const { wall: wallA, path: pathA } = workingOperation(A);
const forcePerDensity = domainWallForce_N(wallA, driveAt(wallA, pathA, 1)) / pathA.magnetDensity_A_m2_A;
const pinned = { barrier_J: (60e-9 * forcePerDensity * 3e10) / Math.PI, period_m: 60e-9 };

const pinning: ReferencePoint[] = [
  {
    id: "DW21",
    what: "barrier over kT at 300 K of a critical density of 3e10 A/m^2 with a period of 60 nm",
    unit: "1",
    expected: 0.715,
    tolerance: 0.02,
    found: () => (depinningForce_N(pinned) * 60e-9) / Math.PI / (1.380649e-23 * 300),
  },
  ...(
    [
      [5e10, 57.8],
      [1e11, 128],
    ] as const
  ).map(([density, expected]) => ({
    id: "DW21",
    what: `speed over that washboard at ${density} A/m^2, integrated`,
    unit: "m/s",
    expected,
    tolerance: 0.02,
    found: () => integratedSpeed(A, density, pinned),
  })),
];

/** The numbers of the domain-wall model that do not need a simulation, with the ids under which the README lists them. */
export const referencePoints: readonly ReferencePoint[] = [
  ...material,
  ...speeds("DW2", A, [13.23, 33.05, 52.76, 65.82, 129.5, 292.6, 456.8, 580.5], tolerances.shapeField),
  ...speeds(
    "DW3",
    deviceOf("A", withoutSpinHall),
    [2.646, 6.615, 10.58, 13.23, 26.46, 66.15, 132.3, 264.6],
    tolerances.integrated,
  ),
  ...gains,
  ...crossings(
    "DW5",
    [
      ["A", {}, 0.5, 3.753],
      ["A", {}, 1, 1.94],
      ["A", {}, 1.6, 1.262],
      ["A", {}, 2, 1.036],
      ["A", {}, 3, 0.7346],
      ["A", {}, 5, 0.4925],
      ["A", {}, 10, 0.3046],
    ],
    tolerances.integrated,
    (current_uA) => (current_uA <= 5 ? tolerances.integrated : tolerances.relaxation),
  ),
  ...crossings(
    "DW6",
    [
      ["A", withoutSpinHall, 2, 4.637],
      ["A", withoutSpinHall, 5, 1.916],
      ["A", withoutSpinHall, 10, 1.009],
    ],
    0.005,
    () => 0.005,
  ),
  ...thresholds,
  ...trajectory,
  angle,
  ...crossings(
    "DW9",
    [
      ["A", { length_m: 30e-9 }, 2, 0.5785],
      ["A", { length_m: 120e-9 }, 2, 1.9474],
      ["A", { width_m: 10e-9 }, 2, 0.5823],
      ["A", { width_m: 40e-9 }, 2, 1.914],
      ["A", { thickness_m: 1e-9 }, 2, 0.3127],
      ["A", { thickness_m: 1.5e-9 }, 2, 0.6293],
      ["A", { thickness_m: 3e-9 }, 2, 2.076],
    ],
    tolerances.strip,
    () => tolerances.strip,
  ),
  ...crossings(
    "DW10",
    [
      ["B", {}, 2, 0.5305],
      ["B", withoutSpinHall, 2, 1.562],
    ],
    tolerances.strip,
    () => tolerances.strip,
  ),
  ...presetSpeeds,
  ...opposing,
  ...walker,
  ...thermal,
  ...pinning,
];
