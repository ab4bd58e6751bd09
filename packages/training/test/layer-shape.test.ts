import { BIAS, activationCount } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { convolutionShape, denseShape, netInputs } from "../src/layer-shape.ts";

describe("the wiring of layers", () => {
  it("feeds a dense layer with everything before it, and a bias where there is none yet", () => {
    expect([...denseShape(3, 2, true).gather]).toEqual([0, 1, 2, BIAS]);
    expect([...denseShape(3, 2, false).gather]).toEqual([0, 1, 2]);
  });

  it("moves the window of a convolution by its stride, row by row", () => {
    // A picture of 3 x 4 with windows of 2 x 2 and stride 1 has 2 x 3 positions.
    const { shape, picture } = convolutionShape({ rows: 3, columns: 4, channels: 1 }, 5, 2, 1, "bipolar");
    expect([shape.inputCount, shape.outputCount, shape.positions]).toEqual([5, 5, 6]);
    expect(picture).toEqual({ rows: 2, columns: 3, channels: 5 });
    expect([...shape.gather.subarray(0, 5)]).toEqual([0, 1, 4, 5, BIAS]);
    expect([...shape.gather.subarray(25)]).toEqual([6, 7, 10, 11, BIAS]);
    expect(activationCount(shape)).toBe(30);
  });

  it("takes all channels of a pixel together", () => {
    const { shape } = convolutionShape({ rows: 2, columns: 2, channels: 3 }, 1, 2, 1, "bipolar");
    expect([...shape.gather]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, BIAS]);
  });

  it("leaves out what a stride does not reach, and refuses a window that does not fit", () => {
    expect(convolutionShape({ rows: 5, columns: 5, channels: 1 }, 1, 2, 2, "bipolar").shape.positions).toBe(4);
    expect(() => convolutionShape({ rows: 2, columns: 5, channels: 1 }, 1, 3, 1, "bipolar")).toThrow(
      "a window of 3 pixels does not fit a picture of 2 x 5",
    );
  });

  it("adds up a convolution as the sum over its window says", () => {
    const picture = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
    const { shape } = convolutionShape({ rows: 3, columns: 3, channels: 1 }, 2, 2, 1, "bipolar");
    // Kernel 0 adds up the window, kernel 1 takes its top left pixel; biases 10 and 20.
    const weights = Float64Array.of(1, 1, 1, 0, 1, 0, 1, 0, 10, 20);
    const net = new Float64Array(activationCount(shape));
    netInputs({ ...shape, weights }, picture, net);
    expect([...net]).toEqual([22, 21, 26, 22, 34, 24, 38, 25]);
  });

  it("reads anything below the bias as an input that is always 0", () => {
    const net = new Float64Array(1);
    const gather = Int32Array.of(0, -2, BIAS);
    netInputs(
      { inputCount: 3, outputCount: 1, positions: 1, gather, drive: "bipolar", weights: Float64Array.of(2, 7, 3) },
      Float64Array.of(5),
      net,
    );
    expect(net[0]).toBe(13);
  });
});
