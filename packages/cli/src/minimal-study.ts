/** A complete study, as small as one that is worth running can be: what `--help` shows. */
export const MINIMAL_STUDY = `{
  "title": "CMOS latch on 26 characters",
  "held": { "temperature": "300 K", "workload": { "use": "characters" }, "accounting": "full" },
  "technologies": {
    "latch": {
      "neuron": { "use": "cmos-latch-neuron", "pairWidth": { "range": ["0.5 um", "10 um"] } },
      "synapse": { "use": "paper-generic-memristor", "fullScaleCurrent": { "range": ["0.3 uA", "30 uA"] } },
      "interconnect": { "use": "crossbar" },
      "inputVoltage": { "range": ["50 mV", "500 mV"] }
    }
  },
  "objectives": [{ "minimize": "energy" }, { "minimize": "delay" }],
  "constraints": [{ "metric": "accuracy", "atLeast": "90 %" }],
  "budget": { "evaluations": 100 },
  "seed": 1
}`;
