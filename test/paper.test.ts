/**
 * The design points of Sharad, Fan, Roy, "Spin-neurons: A possible path to energy-efficient neuromorphic computers",
 * J. Appl. Phys. 114, 234906 (2013), out of the plugins at the paper's operating points.
 */
import cmosOpampPaperPlugin from "@neurofront/cmos-opamp-paper-neuron";
import { defaultsOf, delay_s, isCounted } from "@neurofront/core";
import type { AnyDesign, NeuronCharacter, NeuronModel, OperatingPoint, Plugin } from "@neurofront/core";
import crossbarPlugin from "@neurofront/crossbar";
import dwmPlugin from "@neurofront/dwm-neuron";
import { describe, expect, it } from "vitest";

function neuronOf(plugin: Plugin): NeuronModel {
  return plugin.models.find((model) => model.role === "neuron")!;
}

function characterOf(model: NeuronModel, design: AnyDesign, operating: OperatingPoint): NeuronCharacter {
  const answer = model.characterize(design, operating);
  if (answer.status === "impossible") throw new Error(answer.violations.map(({ message }) => message).join("; "));
  return answer;
}

const conventions = { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "settle" } as const;

/** 25 inputs whose synapse currents add up to 40 uA at the input level. */
function operatingAt(inputVoltage_V: number, columnConductance_S: number, temperature_K: number): OperatingPoint {
  return {
    inputVoltage_V,
    temperature_K,
    inputCount: 25,
    outputCount: 26,
    columnConductance_S,
    columnCapacitance_F: 12.5e-15,
    columnCurrent_A: columnConductance_S * inputVoltage_V,
    conventions,
  };
}

/** Energy of a decision as the paper counts it: static synapse current while driven, and the neuron's own counted lines. */
function paperEnergy_J(neuron: NeuronCharacter, operating: OperatingPoint): number {
  const synapses_J = operating.columnCurrent_A * operating.inputVoltage_V * neuron.synapsesDriven_s;
  const own = neuron.energy.filter(({ line }) => isCounted(line, "paper"));
  return own.reduce((sum, { energy_J }) => sum + energy_J, synapses_J);
}

/** The CMOS neuron at a supply, its inputs at plus and minus half of it. */
function cmosAt(supply_V: number) {
  const model = neuronOf(cmosOpampPaperPlugin);
  // 80 uS: 40 uA at 0.5 V.
  const operating = operatingAt(supply_V / 2, 80e-6, 300.15);
  const neuron = characterOf(model, defaultsOf(model.parameters), operating);
  const bias_J = neuron.energy
    .filter(({ line }) => line === "neuron-static")
    .reduce((sum, { energy_J }) => sum + energy_J, 0);
  const energy_J = bias_J + operating.columnCurrent_A * operating.inputVoltage_V * neuron.synapsesDriven_s;
  const decision_s = delay_s(neuron.phases, "overlapped");
  return {
    energy_J,
    decision_s,
    period_s: neuron.cycle_s,
    power_W: energy_J / neuron.cycle_s,
    edp_Js: energy_J * decision_s,
  };
}

/** Supply of the least energy-delay product, on a 1 mV grid. */
function bestSupply_V(): number {
  const supplies = Array.from({ length: 401 }, (_, k) => 0.8 + k / 1000);
  return supplies.reduce((best, supply_V) => (cmosAt(supply_V).edp_Js < cmosAt(best).edp_Js ? supply_V : best));
}

/** The domain-wall neuron with every parameter at its default, set A. */
function dwmAt(inputVoltage_V: number, temperature_K = 0) {
  const model = neuronOf(dwmPlugin);
  const design = defaultsOf(model.parameters) as AnyDesign;
  const operating = operatingAt(inputVoltage_V, 40e-6 / inputVoltage_V, temperature_K);
  const neuron = characterOf(model, design, operating);
  const energy_J = paperEnergy_J(neuron, operating);
  const decision_s = delay_s(neuron.phases, "overlapped");
  const line = (name: string): number => neuron.energy.find((entry) => entry.line === name)!.energy_J;
  return { model, design, operating, neuron, energy_J, decision_s, line };
}

const within = (share: number, expected: number): [number, number] => [expected * (1 - share), expected * (1 + share)];

function expectWithin(found: number, share: number, expected: number): void {
  const [low, high] = within(share, expected);
  expect(found).toBeGreaterThanOrEqual(low);
  expect(found).toBeLessThanOrEqual(high);
}

describe("the paper's CMOS neuron, figure 2", () => {
  it("has its least energy-delay product at 1.0 V", () => {
    // The paper gives no supply; 1.0 V follows from inputs of +-0.5 V. The compact model's optimum is 1.006 V.
    expectWithin(bestSupply_V(), 0.01, 1.006);
  });

  // "around ~70 uW", "~100 MHz", "~0.7 pJ", "~3.5e-21 J-s": two digits at best, the model is held to 4 %.
  it.each([
    ["power", "power_W", 70e-6],
    ["clock period of 100 MHz", "period_s", 10e-9],
    ["energy", "energy_J", 0.7e-12],
    ["energy-delay product", "edp_Js", 3.5e-21],
  ] as const)("draws its %s at the optimum", (_what, quantity, expected) => {
    expectWithin(cmosAt(bestSupply_V())[quantity], 0.04, expected);
  });
});

describe("the paper's domain-wall neuron", () => {
  it("has a free domain of 20 x 2 x 60 nm^3 and 60 ohm", () => {
    const { design, neuron } = dwmAt(0.01);
    expect([design["width_m"], design["thickness_m"], design["length_m"]]).toEqual([20e-9, 2e-9, 60e-9]);
    // Resistivity chosen for it: exact to rounding.
    expectWithin(neuron.inputResistance_ohm, 1e-9, 60);
  });

  it("switches in 1 ns at 2 uA", () => {
    const { neuron } = dwmAt(0.01);
    // Damping is rounded to 0.070: 1.036 ns.
    expectWithin(neuron.synapsesDriven_s, 0.04, 1e-9);
  });

  it("has its threshold at 2 uA: just below a decision that must switch is wrong, just above it is right", () => {
    const { model, design, operating } = dwmAt(0.01);
    // With a perfect reader, since the paper's threshold has no read error.
    const perfect = { ...design, senseThresholdSpread_V: 0 };
    const error = (netCurrent_A: number): number =>
      model.errorProbability(perfect, operating, { netCurrent_A, mustSwitch: true });
    expect([error(1.99e-6), error(2.01e-6)]).toEqual([1, 0]);
  });

  it("shifts the node by about 0.2 mV at a net current of 3 uA", () => {
    // 3 uA through 60 ohm is 0.18 mV.
    expectWithin(3e-6 * dwmAt(0.01).neuron.inputResistance_ohm, 0.1, 0.2e-3);
  });

  // The write takes 1.036 ns instead of 1 ns, and the paper rounds.
  it.each([
    [0.01, 0.4e-15],
    [0.1, 4e-15],
  ])("spends on its synapses at %d V", (inputVoltage_V, expected) => {
    const { neuron, operating } = dwmAt(inputVoltage_V);
    expectWithin(operating.columnCurrent_A * inputVoltage_V * neuron.synapsesDriven_s, 0.05, expected);
  });

  it("reads with 0.3 uA at 0.4 V for 1 ns, 0.12 fJ, and 0.2 fJ in the inverter", () => {
    const { line, neuron, design } = dwmAt(0.01);
    expect(design["readVoltage_V"]).toBe(0.4);
    // The bias roll-off of the junction raises the mean current by less than 2 %.
    expectWithin(neuron.quantities["readCurrent_A"]!, 0.02, 0.3e-6);
    expectWithin(line("read"), 0.02, 0.12e-15);
    expectWithin(line("sense"), 1e-9, 0.2e-15);
  });

  it("spends less than 1 fJ in 1 ns at 10 mV", () => {
    const { energy_J, decision_s } = dwmAt(0.01);
    expect(energy_J).toBeLessThan(1e-15);
    expectWithin(energy_J, 0.04, 0.72e-15);
    expectWithin(decision_s, 0.04, 1e-9);
  });

  it("beats CMOS by more than two orders of energy and three orders of energy-delay product at 10 mV", () => {
    const cmos = cmosAt(bestSupply_V());
    const spin = dwmAt(0.01);
    expect(cmos.energy_J / spin.energy_J).toBeGreaterThan(100);
    expect(cmos.edp_Js / (spin.energy_J * spin.decision_s)).toBeGreaterThan(1000);
  });

  it("falls short of three orders at 100 mV, as the discrepancy says", () => {
    const cmos = cmosAt(bestSupply_V());
    const spin = dwmAt(0.1);
    const ratio = cmos.edp_Js / (spin.energy_J * spin.decision_s);
    // 810 with the paper's round 1 ns; 1.036 ns enters twice.
    expectWithin(ratio, 0.1, 810);
  });

  it("errs at 300 K in every sixth decision that must switch at 2 uA", () => {
    const { model, design, operating } = dwmAt(0.01, 300);
    const error = model.errorProbability({ ...design, senseThresholdSpread_V: 0 }, operating, {
      netCurrent_A: 2e-6,
      mustSwitch: true,
    });
    // 17.7 % for a window of 1 ns; the default window is the 1.036 ns crossing.
    expectWithin(error, 0.06, 0.177);
  });
});

describe("the paper's contradictions", () => {
  const all = [dwmPlugin, cmosOpampPaperPlugin, crossbarPlugin].flatMap((plugin) => plugin.discrepancies ?? []);
  const found = (id: string, quantity: RegExp): { readonly stated: number; readonly found: number } =>
    all.find((discrepancy) => discrepancy.id === id)!.check!().find((check) => quantity.test(check.quantity))!;

  it("are told by the plugins, each with its treatment and its citation", () => {
    expect(all.length).toBeGreaterThanOrEqual(20);
    for (const { statement, problem, treatment, reference } of all) {
      expect(statement.length * problem.length * treatment.length).toBeGreaterThan(0);
      expect(reference).toBe("sharad2013");
    }
  });

  // Numbers that follow from the paper's own: exact up to the rounding of the quoted digits.
  it.each([
    ["cmos-delay", /whole period/u, 3.5e-21, 7.05e-21],
    ["node-tolerance", /relative to the synapse current/u, 0.03, 0.06],
  ])("%s is recomputed from the models", (id, quantity, stated, value) => {
    const check = found(id, quantity);
    expect(check.stated).toBe(stated);
    expectWithin(check.found, 0.01, value);
  });
});
