import type { Progress } from "@neurofront/study";
import { describe, expect, it } from "vitest";
import { progressView } from "../src/progress.ts";
import type { ProgressForm } from "../src/progress.ts";

const best = { candidate: 7, assessment: { metrics: { edp: 7.2e-25 } } } as unknown as Progress["best"];

function progress(done: number, more: Partial<Progress> = {}): Progress {
  return {
    search: "dwm/full",
    stage: "search",
    done,
    budget: 100,
    totalDone: done,
    totalBudget: 200,
    best,
    notes: [],
    ...more,
  };
}

/** What is written when each progress comes one second after the other. */
function shown(form: ProgressForm, steps: readonly Progress[], step_s = 1, width = 100): string[] {
  const written: string[] = [];
  let time_s = 0;
  const terminal = {
    out: { write: () => true },
    err: { write: (text: string) => written.push(text) },
    interactive: true,
    width,
  };
  const view = progressView(form, "edp", terminal, () => time_s);
  for (const one of steps) {
    time_s += step_s;
    view.show(one);
  }
  view.end();
  return written;
}

describe("the bar", () => {
  it("redraws one line with share, best value, rate and time left, and clears it at the end", () => {
    const written = shown("bar", [progress(50), progress(100)]);
    expect(written).toHaveLength(3);
    expect(written[1]).toContain(
      "[==========          ]  50 %  dwm/full 100/100  best edp 7.2e-25 J s  50/s  2 s left",
    );
    expect(written.every((text) => text.startsWith("\r\u001B[2K"))).toBe(true);
    expect(written[2]).toBe("\r\u001B[2K");
  });

  it("stays within the terminal", () => {
    const [line = ""] = shown("bar", [progress(50)], 1, 40);
    expect(line.replace("\r\u001B[2K", "").length).toBeLessThan(40);
  });
});

describe("plain lines", () => {
  it("come every five seconds, at a new search and at the end of one", () => {
    const steps = [10, 20, 30, 40, 50, 60].map((done) => progress(done));
    const other = progress(1, { search: "lsv/full", totalDone: 101 });
    const written = shown("plain", [...steps, progress(100), other]);
    expect(written.map((line) => /\d+\/100/u.exec(line)![0])).toEqual(["10/100", "60/100", "100/100", "1/100"]);
  });

  it.each([
    [progress(50, { best: undefined }), "no feasible design yet"],
    [progress(100, { stage: "verify" }), "100 %  verifying dwm/full"],
    [progress(1, { totalBudget: 1000 }), "1/s  16 min 39 s left"],
  ])("%# says what there is", (one, text) => {
    expect(shown("plain", [one])[0]).toContain(text);
  });
});

it.each(["bar", "plain"] as const)("notes of the optimizer stand on lines of their own: %s", (form) => {
  const written = shown(form, [progress(10), progress(20, { notes: ["chosen for a reason"] })]);
  expect(written[1]!.replace("\r\u001B[2K", "")).toBe("dwm/full: chosen for a reason\n");
});

describe("JSON lines", () => {
  it("hold counts, rate, time left and the best candidate", () => {
    const [line = ""] = shown("json", [progress(50, { notes: ["a reason"] })]);
    expect(JSON.parse(line)).toEqual({
      event: "progress",
      search: "dwm/full",
      stage: "search",
      done: 50,
      budget: 100,
      totalDone: 50,
      totalBudget: 200,
      rate_per_s: 50,
      left_s: 3,
      best: { candidate: 7, edp: 7.2e-25 },
      notes: ["a reason"],
    });
  });

  it("have no best before there is one", () => {
    expect(JSON.parse(shown("json", [progress(1, { best: undefined })])[0]!)).not.toHaveProperty("best");
  });
});

it("counts the rate of a resumed run from where it went on", () => {
  const [first = "", second = ""] = shown("json", [
    progress(60, { done: 10, totalDone: 60 }),
    progress(70, { done: 20, totalDone: 70 }),
  ]).map((line) => (JSON.parse(line) as { rate_per_s: number }).rate_per_s.toString());
  expect([first, second]).toEqual(["10", "10"]);
});
