import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultsOf } from "@neurofront/core";
import type { Answer, NeuronModel, ViewData } from "@neurofront/core";
import { afterEach, beforeEach, expect, it } from "vitest";
import { smallNeuron, smallPlugin } from "../../../study/test/small-plugins.ts";
import { showView } from "../../src/simulate/show-view.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-view-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Show a view that answers so. */
async function show(compute: () => Answer<ViewData>): Promise<string> {
  const device: NeuronModel = {
    ...smallNeuron,
    views: [{ id: "motion", title: "Motion", meaning: "a wall that runs", settings: {}, compute }],
  };
  let text = "";
  const write = (more: string) => (text += more);
  await showView(
    {
      device,
      plugin: smallPlugin,
      options: { view: "motion", out: join(folder, "out") },
      request: { design: defaultsOf(device.parameters), circuit: {}, settings: {}, sweep: undefined, show: undefined },
    },
    { out: { write }, err: { write }, interactive: false, width: 100 },
  );
  return text;
}

it("draws curves of different units in frames of their own, with gaps, and tells their ranges", async () => {
  const text = await show(() => ({
    status: "ok",
    axis: { name: "time_s", title: "time", unit: "s", values: Float64Array.of(0, 1e-9, 2e-9) },
    curves: [
      { name: "position_m", title: "position", unit: "m", values: Float64Array.of(0, 3e-8, 6e-8) },
      { name: "speed_m_s", title: "speed", unit: "m/s", values: Float64Array.of(20, Number.NaN, 30) },
    ],
    axisScale: "linear",
    curveScale: "linear",
    quantities: { crossing_s: 2e-9 },
  }));
  expect(readFileSync(join(folder, "out/motion.csv"), "utf8")).toBe(
    "time [s],position [m],speed [m/s]\r\n0,0,20\r\n1e-9,3e-8,\r\n2e-9,6e-8,30\r\n",
  );
  expect(readFileSync(join(folder, "out/motion.svg"), "utf8").match(/<svg /gu)).toHaveLength(3);
  expect(text).toMatch(/position +0 m \.\.\. 60 nm/u);
  expect(text).toMatch(/crossing +2 ns/u);
});

it("refuses a design for which the view has no answer, with the reason, and writes nothing", async () => {
  const violation = { kind: "impossible", code: "no-wall", message: "no wall fits", amount: 1 } as const;
  await expect(show(() => ({ status: "impossible", violations: [violation] }))).rejects.toThrow(
    "the view motion of small-neuron has no answer for this design:\nimpossible no-wall: no wall fits",
  );
  expect(existsSync(join(folder, "out"))).toBe(false);
});

it("names view, design and circuit when the view throws", async () => {
  const broken = (): never => {
    throw new RangeError("no root");
  };
  await expect(show(broken)).rejects.toThrow(
    /view motion of small-neuron threw at \{"length_m":6e-8.*RangeError: no root/u,
  );
});
