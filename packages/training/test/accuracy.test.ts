import { denseLayer, randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { networkAccuracy } from "../src/accuracy.ts";
import { NO_DEAD_ZONE } from "../src/dead-zone.ts";

const random = () => randomAt(1, "accuracy");
// Exclusive or of two bipolar inputs with a bias; no single layer tells it.
const xor = {
  patterns: Float64Array.of(1, 1, 1, 1, -1, 1, -1, 1, 1, -1, -1, 1),
  labels: Int32Array.of(0, 1, 1, 0),
  count: 4,
};

describe("the accuracy of ideal devices", () => {
  it("counts a pattern where exactly the right output fires", () => {
    const data = { patterns: Float64Array.of(1, -1), labels: Int32Array.of(0, 1), count: 2 };
    expect(networkAccuracy([denseLayer(Float64Array.of(1, -1), 2)], data, NO_DEAD_ZONE, random())).toBe(1);
    // Both outputs fire for the first pattern, none for the second.
    expect(networkAccuracy([denseLayer(Float64Array.of(1, 1), 2)], data, NO_DEAD_ZONE, random())).toBe(0);
  });

  it("halves for each output that stays in its dead zone", () => {
    const data = { patterns: Float64Array.of(1, -1), labels: Int32Array.of(0, 1), count: 2 };
    const network = [denseLayer(Float64Array.of(1, -0.3), 2)];
    expect(networkAccuracy(network, data, { threshold: 0.5, rule: "hold" }, random())).toBe(0.5);
    // The second output never leaves its zone: silent, which is right for the first pattern only.
    expect(networkAccuracy(network, data, { threshold: 0.5, rule: "preset" }, random())).toBe(0.5);
  });

  it.each(["bipolar", "unipolar"] as const)("follows %s hidden neurons", (drive) => {
    // Hidden: both on, none on. The first output is on where one of them is.
    const both = [1, -1, 1, -1, -1, -1];
    const outputs = drive === "bipolar" ? [1, -1, 1, -1, 1, -1] : [1, -1, 1, -1, -0.5, 0.5];
    const network = [denseLayer(Float64Array.from(both), 2, 3, drive), denseLayer(Float64Array.from(outputs), 2, 2)];
    expect(networkAccuracy(network, xor, NO_DEAD_ZONE, random())).toBe(1);
  });
});
