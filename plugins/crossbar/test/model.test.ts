import { defaultsOf } from "@neurofront/core";
import type { ArrayLoad, ArraySolution, Design, LedgerLine } from "@neurofront/core";
import { conversion } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossbar } from "../src/model.ts";
import { crossbarParameters } from "../src/parameters.ts";

type CrossbarDesign = Design<typeof crossbarParameters>;

/** 25 inputs and 26 neurons, every device `conductance_S`. */
function uniformLoad(conductance_S: number, changes: Partial<ArrayLoad> = {}): ArrayLoad {
  return {
    inputCount: 25,
    outputCount: 26,
    conductance_S: new Float64Array(50 * 26).fill(conductance_S),
    patterns: Float64Array.from({ length: 25 }, (_, k) => (k % 2 === 0 ? 1 : 0)),
    patternCount: 1,
    inputVoltage_V: 10e-3,
    neuronInputResistance_ohm: 60,
    temperature_K: 300,
    synapsePitch_m: 100e-9,
    synapseCapacitance_F: 0.11e-15,
    cycle_s: 1e-9,
    ...changes,
  };
}

function solve(load: ArrayLoad, design: Partial<CrossbarDesign> = {}): ArraySolution {
  const answer = crossbar.solve({ ...defaultsOf(crossbarParameters), ...design }, load);
  if (answer.status !== "ok") throw new Error(JSON.stringify(answer.violations));
  return answer;
}

function energy_fJ(solution: ArraySolution, line: LedgerLine): number {
  return 1e15 * solution.energy.filter((entry) => entry.line === line).reduce((sum, entry) => sum + entry.energy_J, 0);
}

describe("row drivers for 40 uA of synapse current, 25 inputs, 26 neurons, 3 % drop, 1 V gates", () => {
  // A worked table; tolerance half a unit of its last digit: 14.4 ohm, 16.2 um, 25.2 fJ, ...
  it.each([
    { voltage_mV: 10, resistance: [14.4, 0.05], width_um: [16.2, 0.05], energy: [25.2, 0.05] },
    { voltage_mV: 20, resistance: [28.8, 0.05], width_um: [8.1, 0.05], energy: [12.6, 0.05] },
    { voltage_mV: 50, resistance: [72, 0.5], width_um: [3.2, 0.05], energy: [5.1, 0.1] },
    { voltage_mV: 80, resistance: [115, 0.5], width_um: [2, 0.05], energy: [3.2, 0.1] },
    { voltage_mV: 100, resistance: [144, 0.5], width_um: [1.6, 0.05], energy: [2.5, 0.1] },
    { voltage_mV: 200, resistance: [288, 0.5], width_um: [0.8, 0.05], energy: [1.3, 0.1] },
    { voltage_mV: 500, resistance: [721, 0.5], width_um: [0.32, 0.005], energy: [0.5, 0.05] },
  ])("$voltage_mV mV", ({ voltage_mV, resistance, width_um, energy }) => {
    const inputVoltage_V = voltage_mV * 1e-3;
    const solution = solve(uniformLoad(40e-6 / 50 / inputVoltage_V, { inputVoltage_V }));
    expect(Math.abs(solution.quantities["driverResistance_ohm"]! - resistance[0]!)).toBeLessThan(resistance[1]! * 1.01);
    expect(Math.abs(solution.quantities["driverWidth_m"]! * 1e6 - width_um[0]!)).toBeLessThan(width_um[1]! * 1.01);
    expect(Math.abs(energy_fJ(solution, "row-drivers") - energy[0]!)).toBeLessThan(energy[1]! * 1.01);
  });

  it("leaks 0.1 fJ per um and ns, and a thousandth of that per width in low standby power", () => {
    const noBuffers = { taper: 1 };
    const perDriver = 26 / 50;
    const hp = solve(uniformLoad(80e-6), noBuffers);
    expect(energy_fJ(hp, "driver-leakage") * perDriver).toBeCloseTo(0.1 * 1e6 * hp.quantities["driverWidth_m"]!, 10);
    const lstp = solve(uniformLoad(80e-6), { ...noBuffers, driverTransistor: "lstp" });
    expect(lstp.quantities["driverWidth_m"]! / hp.quantities["driverWidth_m"]!).toBeCloseTo(2.5, 12);
    expect(energy_fJ(lstp, "driver-leakage") / energy_fJ(hp, "driver-leakage")).toBeCloseTo(2.5e-3, 12);
  });

  it("does not make a switch narrower than allowed, and then drops less", () => {
    const { quantities } = solve(uniformLoad(0.1e-6));
    expect(quantities["driverWidth_m"]).toBe(90e-9);
    expect(quantities["driverResistance_ohm"]).toBeCloseTo(233e-6 / 90e-9, 6);
  });

  it("costs nothing when ideal", () => {
    const solution = solve(uniformLoad(80e-6), { driver: "ideal" });
    expect(solution.energy.map((entry) => entry.line)).toEqual(["wire-charging"]);
    expect(solution.area.map((entry) => entry.part)).toEqual(["synapse cells"]);
  });
});

describe("ledger", () => {
  it("charges rows with C V^2 per change, shared by the neurons, and columns by their swing", () => {
    const solution = solve(uniformLoad(80e-6), { wireResistance_ohm: 0 });
    const entry = solution.energy.find(({ line }) => line === "wire-charging")!;
    // 0.02 fF of wire and 0.11 fF of synapse per cell.
    expect(solution.quantities["rowCapacitance_F"]! * 1e15).toBeCloseTo(26 * 0.13, 10);
    expect(solution.quantities["columnCapacitance_F"]! * 1e15).toBeCloseTo(50 * 0.13, 10);
    // Equal pairs on wires without resistance cancel: no column moves.
    expect(entry.inputs["columnVoltageSquare_V2"]).toBeLessThan(1e-30);
    expect(entry.energy_J).toBeCloseTo((50 / 26) * 0.5 * 26 * 0.13e-15 * 1e-4, 25);
  });

  it("takes the swing of the columns from the solution", () => {
    const load = uniformLoad(80e-6, { patternCount: 1, patterns: Float64Array.from({ length: 25 }, () => 1) });
    for (let index = 26; index < 52; index++) load.conductance_S[index] = 20e-6;
    for (const neuronInputResistance_ohm of [60, Infinity]) {
      const solution = solve({ ...load, neuronInputResistance_ohm }, { driver: "ideal", wireResistance_ohm: 0 });
      const column_S = 49 * 80e-6 + 20e-6;
      const voltage_V = (60e-6 * 10e-3) / (column_S + 1 / neuronInputResistance_ohm);
      expect(solution.energy[0]!.inputs["columnVoltageSquare_V2"]! / voltage_V ** 2).toBeCloseTo(1, 10);
    }
  });

  it("prints the factors of the driver lines", () => {
    for (const entry of solve(uniformLoad(80e-6)).energy.filter(({ line }) => line !== "wire-charging")) {
      expect(entry.formula).toBe(Object.keys(entry.inputs).join(" * "));
      const product = Object.values(entry.inputs).reduce((value, factor) => value * factor, 1);
      expect(product / entry.energy_J).toBeCloseTo(1, 12);
    }
  });
});

describe("contract", () => {
  it("counts the voltage of a floating column times its conductance as net current, the limit without loading", () => {
    const load = uniformLoad(80e-6);
    for (let index = 0; index < load.conductance_S.length; index++) load.conductance_S[index]! *= 1 + (index % 7) / 3;
    const floating = solve(
      { ...load, neuronInputResistance_ohm: Infinity },
      { wireResistance_ohm: 0, driver: "ideal" },
    );
    for (const [index, value] of floating.currentTransfer_S.entries())
      expect(value / load.conductance_S[index]!).toBeCloseTo(1, 12);
    const grounded = solve({ ...load, neuronInputResistance_ohm: 0 }, { wireResistance_ohm: 0, driver: "ideal" });
    expect(grounded.currentTransfer_S).toEqual(load.conductance_S);
  });

  it("charges the settling of a column only where the neuron does not", () => {
    const closed = solve(uniformLoad(80e-6));
    const floating = solve(uniformLoad(80e-6, { neuronInputResistance_ohm: Infinity }));
    expect(floating.settling_s).toBe(floating.quantities["rowSettling_s"]);
    expect(closed.settling_s - closed.quantities["rowSettling_s"]!).toBeCloseTo((50 * 0.13e-15) / (4e-3 + 1 / 60), 20);
  });

  it("draws the power of superposed row currents for any pattern", () => {
    const levels = fc.array(fc.constantFrom(-1, -0.5, 0, 1), { minLength: 25, maxLength: 25 });
    const load = uniformLoad(80e-6);
    for (let index = 0; index < load.conductance_S.length; index++) load.conductance_S[index]! *= 1 + (index % 11) / 5;
    fc.assert(
      fc.property(levels, levels, (one, other) => {
        const sum = one.map((value, k) => (value + other[k]!) / 2);
        const difference = one.map((value, k) => (value - other[k]!) / 2);
        const patterns = Float64Array.from([...one, ...other, ...sum, ...difference]);
        const [a, b, c, d] = solve({ ...load, patterns, patternCount: 4 }).inputPower_W as unknown as number[];
        // Parallelogram law of a quadratic form.
        expect(Math.abs(a! + b! - 2 * c! - 2 * d!)).toBeLessThanOrEqual(1e-12 * (a! + b!) + 1e-30);
        expect(Math.min(a!, b!, c!, d!)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 30 },
    );
  });

  it("takes the cell from the larger of synapse and wires, and the wire from its geometry", () => {
    expect(solve(uniformLoad(80e-6)).area[0]!.area_m2).toBeCloseTo(50 * 1e-14, 20);
    expect(solve(uniformLoad(80e-6, { synapsePitch_m: 200e-9 })).quantities["cellPitch_m"]).toBe(200e-9);
    const { quantities } = solve(uniformLoad(80e-6, { synapsePitch_m: 0, temperature_K: 400 }), {
      wire: "from-geometry",
      wireWidth_m: 80e-9,
      wireAspectRatio: 1.7,
    });
    // 0.416 ohm per cell in the 45 nm row of the wire table, 0.3 % + rounding, times 1.39 for 100 K.
    expect(Math.abs(quantities["wireResistance_ohm"]! / (0.416 * 1.39) - 1)).toBeLessThan(0.006);
  });

  it("answers impossible designs with an amount, and loaded lines with warnings that count nothing", () => {
    const allBarrier = crossbar.solve(
      { ...defaultsOf(crossbarParameters), wire: "from-geometry", wireWidth_m: 10e-9 },
      uniformLoad(80e-6),
    );
    expect(allBarrier).toMatchObject({ status: "impossible", violations: [{ code: "wire-without-copper" }] });
    expect(allBarrier.violations[0]!.amount).toBeGreaterThan(0);
    expect(crossbar.solve(defaultsOf(crossbarParameters), uniformLoad(0))).toMatchObject({ status: "impossible" });
    const floating = uniformLoad(80e-6, { neuronInputResistance_ohm: Infinity });
    for (let row = 0; row < 50; row++) floating.conductance_S[row * 26] = 0;
    expect(crossbar.solve(defaultsOf(crossbarParameters), floating)).toMatchObject({ status: "impossible" });

    const loaded = solve(uniformLoad(80e-6, { inputVoltage_V: 0.5 }), { driver: "fixed", driverResistance_ohm: 100 });
    expect(loaded.violations.map(({ code }) => code)).toEqual(["row-line-drop", "column-loading", "driver-overdrive"]);
    expect(loaded.violations.every(({ kind, amount }) => kind === "warning" && amount === 0)).toBe(true);
  });

  it("gives finite numbers at every corner of the parameters", () => {
    const corners = Object.fromEntries(
      Object.entries(crossbarParameters).map(([name, parameter]) => [
        name,
        parameter.kind === "choice"
          ? fc.constantFrom(...parameter.options)
          : fc.constantFrom(parameter.low, parameter.high),
      ]),
    );
    fc.assert(
      fc.property(fc.record(corners), fc.constantFrom(0, 60, 1e9, Infinity), (design, neuronInputResistance_ohm) => {
        const answer = crossbar.solve(
          design as unknown as CrossbarDesign,
          uniformLoad(80e-6, { neuronInputResistance_ohm }),
        );
        if (answer.status === "impossible") return;
        const numbers = [
          ...answer.currentTransfer_S,
          ...answer.inputPower_W,
          answer.settling_s,
          ...answer.energy.map((entry) => entry.energy_J),
          ...answer.area.map((entry) => entry.area_m2),
          ...Object.values(answer.quantities),
        ];
        expect(numbers.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("wires", () => {
  /** Weights of both signs, so that net currents are not zero. */
  const weights = uniformLoad(20e-6, { patternCount: 2, patterns: Float64Array.from({ length: 50 }, (_, k) => k % 3) });
  for (let index = 0; index < weights.conductance_S.length; index++)
    weights.conductance_S[index]! *= ((7 * index) % 11) / 5;
  const net_A = ({ currentTransfer_S }: ArraySolution, pattern: number, j: number): number => {
    let sum_A = 0;
    for (let row = 0; row < 50; row++) {
      const level_V = 10e-3 * weights.patterns[pattern * 25 + (row >> 1)]! * (row % 2 === 0 ? 1 : -1);
      sum_A += level_V * currentTransfer_S[row * 26 + j]!;
    }
    return sum_A;
  };

  it("certified are within the bound they state, which is within what is allowed", () => {
    const exact = solve(weights);
    const certified = solve(weights, { wires: "certified" });
    const bound_A = certified.quantities["wireErrorBound_A"]!;
    expect(bound_A).toBeGreaterThan(0);
    let largest_A = 0;
    let square_A2 = 0;
    for (let pattern = 0; pattern < 2; pattern++) {
      for (let j = 0; j < 26; j++) {
        largest_A = Math.max(largest_A, Math.abs(net_A(certified, pattern, j) - net_A(exact, pattern, j)));
        square_A2 += net_A(exact, pattern, j) ** 2 / 52;
      }
    }
    expect(largest_A).toBeLessThan(bound_A);
    // The certified mean square is within 1 % of the exact one.
    expect(bound_A).toBeLessThan(0.01 * Math.sqrt(square_A2) * 1.01);
  });

  it("ideal warn when that changes more than is allowed", () => {
    const warned = solve(weights, { wires: "ideal" });
    expect(warned.violations.map(({ code }) => code)).toContain("wires-left-out");
    expect(warned.quantities["wireErrorBound_A"]).toBeGreaterThan(0);
    const silent = solve(weights, { wires: "ideal", wireResistance_ohm: 1e-6 });
    expect(silent.violations.map(({ code }) => code)).not.toContain("wires-left-out");
  });

  it("settle sooner with the synapses that load the row, where a design asks for that", () => {
    const settling_s = (design: Partial<CrossbarDesign>): number => solve(weights, design).quantities["rowSettling_s"]!;
    const resistive = { wireResistance_ohm: 100 };
    const simulated_s = settling_s({ ...resistive, lineDelay: "simulated" });
    expect(simulated_s).toBeLessThan(settling_s({ ...resistive, lineDelay: "capacitive" }));
    // ln 2 of the mean against the median of a rise that is skewed by the load.
    expect(Math.abs(settling_s({ ...resistive, lineDelay: "elmore" }) / simulated_s - 1)).toBeLessThan(0.2);
    // Without wire resistance one time constant: the driver beside 26 synapses of 20 uS on average.
    const lumped = solve(uniformLoad(20e-6), { wireResistance_ohm: 0, lineDelay: "elmore" }).quantities;
    const time_s = (26 * 0.13e-15) / (1 / lumped["driverResistance_ohm"]! + 26 * 20e-6);
    expect(lumped["rowSettling_s"]! / (Math.LN2 * time_s)).toBeCloseTo(1, 10);
  });

  it.each([
    ["wires-too-cold", "impossible", 40],
    ["wires-too-hot", "invalid", 495],
  ])(
    "say %s where the linear law of copper ends, and only where wires have resistance",
    (code, kind, temperature_K) => {
      const load = { ...weights, temperature_K };
      const wired = crossbar.solve(defaultsOf(crossbarParameters), load);
      expect(wired.violations.filter((violation) => violation.kind !== "warning")).toMatchObject([{ code, kind }]);
      const bare = crossbar.solve({ ...defaultsOf(crossbarParameters), wireResistance_ohm: 0 }, load);
      expect(bare.violations.filter((violation) => violation.kind !== "warning")).toEqual([]);
    },
  );

  it("change with temperature by the coefficient of the design", () => {
    const hot = { ...weights, temperature_K: 350 };
    const { quantities } = solve(hot, { wireTemperatureCoefficient_K: 0.00451 });
    expect(quantities["wireResistance_ohm"]! / (0.668 * (1 + 0.00451 * 50))).toBeCloseTo(1, 12);
  });
});

describe("tiles", () => {
  const load = uniformLoad(20e-6);

  it("beside each other have drivers, row lines and row area each, and share the input latches", () => {
    const one = solve(load);
    const tiled = solve(load, { tileColumns: 13 });
    const ratio = (line: LedgerLine): number => energy_fJ(tiled, line) / energy_fJ(one, line);
    // Half of the columns allow twice the driver resistance, so that twice as many drivers need the same width.
    expect(tiled.quantities["driverResistance_ohm"]! / one.quantities["driverResistance_ohm"]!).toBeCloseTo(2, 12);
    expect(ratio("row-drivers")).toBeCloseTo(1, 12);
    expect(ratio("driver-leakage")).toBeCloseTo(1, 12);
    expect(ratio("input-latch")).toBeCloseTo(1, 12);
    expect(ratio("wire-charging")).toBeCloseTo(1, 6);
    expect(tiled.quantities["rowCapacitance_F"]! / one.quantities["rowCapacitance_F"]!).toBeCloseTo(0.5, 12);
    expect(tiled.area[1]!.area_m2 / one.area[1]!.area_m2).toBeCloseTo(1, 12);
    expect(tiled.quantities["rowSettling_s"]!).toBeLessThan(one.quantities["rowSettling_s"]!);
  });

  it("above each other join their currents, on longer lines", () => {
    const one = solve(load);
    const tiled = solve(load, { tileRows: 10 });
    // Five tiles of ten rows: the lines pass 40 + 30 + 20 + 10 cells of 0.02 fF.
    const more_F = tiled.quantities["columnCapacitance_F"]! - one.quantities["columnCapacitance_F"]!;
    expect(more_F * 1e15).toBeCloseTo(100 * 0.02, 10);
    expect(tiled.energy.map(({ line }) => line)).not.toContain("sense");
  });

  it("are added as numbers by converters, which take time and energy on the line of sensing", () => {
    const joined = solve(load, { tileRows: 16 });
    const added = solve(load, { tileRows: 16, partialSums: "digital" });
    const sense = added.energy.find(({ line }) => line === "sense")!;
    expect(sense.inputs["converters"]).toBe(4);
    // Of columns of 12.5 rows of 20 uS on average.
    expect(sense.inputs["conversionEnergy_J"]).toBeCloseTo(conversion(5, 12.5 * 20e-6).energy_J, 20);
    expect(sense.energy_J).toBeCloseTo(4 * sense.inputs["conversionEnergy_J"]! + 3 * 7 * 5e-15, 20);
    expect(
      added.settling_s - added.quantities["rowSettling_s"]! - added.quantities["columnTimeConstant_s"]!,
    ).toBeCloseTo(6e-9, 15);
    expect(added.quantities["columnCapacitance_F"]!).toBeLessThan(joined.quantities["columnCapacitance_F"]!);
  });

  it("of few levels say that the sum is coarse", () => {
    const patterns = Float64Array.from({ length: 25 }, () => 1);
    const skewed = uniformLoad(20e-6, { patterns });
    for (let row = 0; row < 50; row += 2) skewed.conductance_S.fill(30e-6, row * 26, (row + 1) * 26);
    const tiled = { tileRows: 16, partialSums: "digital" } as const;
    const coarse = solve(skewed, { ...tiled, converterBits: 2 });
    expect(coarse.violations.map(({ code }) => code)).toContain("partial-sum-steps");
    const fine = solve(skewed, { ...tiled, converterBits: 8 });
    expect(fine.violations.map(({ code }) => code)).not.toContain("partial-sum-steps");
    expect(coarse.quantities["quantisation_A"]! / fine.quantities["quantisation_A"]!).toBeCloseTo(255 / 3, 10);
  });
});

describe("cells by their law", () => {
  const load = uniformLoad(20e-6, { inputVoltage_V: 0.5, neuronInputResistance_ohm: 1000 });
  for (let index = 0; index < load.conductance_S.length; index++)
    load.conductance_S[index]! *= 0.2 + ((7 * index) % 11) / 5;
  /** As large as the secant at half a volt, four times the ohmic current there. */
  const sinh = (index: number, volt: number): number =>
    (load.conductance_S[index]! * 0.5 * Math.sinh(volt / 0.15)) / Math.sinh(0.5 / 0.15);

  it("are what the secants say when they are ohmic", () => {
    const ohmic = solve(
      { ...load, cellCurrent_A: (index, volt) => load.conductance_S[index]! * volt },
      { cells: "law" },
    );
    const secant = solve(load);
    for (const [index, transfer_S] of secant.currentTransfer_S.entries())
      expect(Math.abs(ohmic.currentTransfer_S[index]! / transfer_S - 1)).toBeLessThan(1e-9);
    expect(ohmic.inputPower_W[0]! / secant.inputPower_W[0]!).toBeCloseTo(1, 10);
    expect(ohmic.quantities["departureFromOhm_A"]).toBeLessThan(1e-15);
  });

  it("conduct less than at the input voltage, of which wires and neurons leave them a part", () => {
    const secant = solve(load);
    const law = solve({ ...load, cellCurrent_A: sinh }, { cells: "law" });
    expect(law.inputPower_W[0]!).toBeLessThan(0.95 * secant.inputPower_W[0]!);
    expect(law.quantities["departureFromOhm_A"]).toBeGreaterThan(0);
    expect(solve({ ...load, cellCurrent_A: sinh }).inputPower_W).toEqual(secant.inputPower_W);
  });

  it("are refused on tiles", () => {
    const design = { ...defaultsOf(crossbarParameters), cells: "law" as const, tileRows: 10 };
    expect(crossbar.solve(design, load)).toMatchObject({
      status: "impossible",
      violations: [{ code: "law-on-tiles" }],
    });
  });
});
