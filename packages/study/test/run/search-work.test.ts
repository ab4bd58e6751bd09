import { Archive } from "@neurofront/archive";
import { frontOf, rungOf } from "@neurofront/core";
import type { CandidateRecord, ChipSample, Optimizer, RevisionRecord, Score } from "@neurofront/core";
import { beforeAll, describe, expect, it } from "vitest";
import type { RunnableStudy } from "../../src/resolve.ts";
import { costsOf, spentOn } from "../../src/run/promotion.ts";
import { ladderTechnologies, noisyTechnologies, smallRunnable } from "./small-run.ts";
import { runSmall } from "./written-archive.ts";

const held = { temperature: "300 K", workload: { use: "small-letters" }, accounting: "full" };

interface Found {
  readonly records: CandidateRecord[];
  readonly revisions: RevisionRecord[];
  readonly samples: ChipSample[];
  readonly first: CandidateRecord[];
}

async function found(runnable: RunnableStudy): Promise<Found> {
  const written = await runSmall(runnable);
  const archive = Archive.open(written.path);
  try {
    return {
      records: archive.candidates(),
      revisions: archive.revisions(),
      samples: archive.samples(),
      first: archive.firstJudged(),
    };
  } finally {
    archive.close();
  }
}

/** The same study with an optimizer whose scores are kept. */
function listening(runnable: RunnableStudy, told: Score[], refined: Score[]): RunnableStudy {
  const { model } = runnable.optimizer;
  const create: typeof model.create = (settings, problem): Optimizer => {
    const optimizer = model.create(settings, problem);
    return {
      ask: (count) => optimizer.ask(count),
      tell: (scores) => void told.push(...scores),
      refine: (scores) => void refined.push(...scores),
    };
  };
  return { ...runnable, optimizer: { ...runnable.optimizer, model: { ...model, create } } };
}

describe("a search along the limit of a constraint on chips", () => {
  let result: Found;
  const told: Score[] = [];
  const refined: Score[] = [];
  beforeAll(async () => {
    const runnable = await smallRunnable({
      held,
      technologies: noisyTechnologies,
      variation: { chips: 60, eliteChips: 160 },
      objectives: [{ minimize: "energy" }, { maximize: "testAccuracy" }],
      constraints: [{ metric: "accuracy", statistic: "p50", atLeast: "80 %" }],
      budget: { evaluations: 150 },
    });
    result = await found(listening(runnable, told, refined));
  }, 60_000);

  it("draws fewer chips than all of every candidate", () => {
    const { samples } = result;
    const drawn = samples.filter(({ first }) => first === 0).reduce((sum, { clean }) => sum + clean.length, 0);
    expect(drawn).toBeLessThan(0.95 * 150 * 60);
    // Every possible candidate has met the first block.
    expect(samples.filter(({ first }) => first === 0)).toHaveLength(150);
  });

  it("judges every member of its front by other chips, the same for all", () => {
    const front = frontOf(result.records);
    expect(front.length).toBeGreaterThan(2);
    for (const { assessment } of front)
      expect(assessment.monteCarlo!.sampling).toMatchObject({ purpose: "elite", first: 60, most: 160 });
  });

  it("tells the optimizer standard errors of what is estimated, and what elites were found to be", () => {
    expect(told).toHaveLength(150);
    for (const { standardErrors } of told) {
      expect(standardErrors![0]).toBe(0);
      expect(standardErrors![1]).toBeGreaterThan(0);
    }
    expect(refined.map(({ id }) => id)).toEqual(result.revisions.map(({ candidate }) => candidate));
    // More chips, smaller errors.
    const early = new Map(told.map((score) => [score.id, score.standardErrors![1]!]));
    const smaller = refined.filter(({ id, standardErrors }) => standardErrors![1]! < early.get(id)!);
    expect(smaller.length).toBeGreaterThan(refined.length / 2);
  });

  it("keeps what was told first", () => {
    expect(result.first.map(({ candidate, objectives }) => [candidate, objectives])).toEqual(
      told.map(({ id, objectives }) => [id, objectives]),
    );
  });
});

describe("a search at three fidelities", () => {
  it.each([
    ["the front", { rule: "front" }],
    ["the best tenth", { rule: "share", share: "10 %" }],
  ])("promotes %s within the budget, and makes its front of the highest", async (_what, promotion) => {
    const runnable = await smallRunnable({
      held,
      technologies: ladderTechnologies,
      promotion,
      budget: { evaluations: 300 },
    });
    const { records } = await found(runnable);
    const [technology] = runnable.resolved.technologies;
    const costs = costsOf(technology!.fidelities);
    const spent = records.reduce((sum, record) => sum + spentOn(record, costs), 0);
    expect(spent).toBeLessThanOrEqual(300);
    expect(spent).toBeGreaterThan(250);
    const counts = [0, 1, 2].map((rung) => records.filter((record) => rungOf(record) === rung).length);
    expect(counts[0]).toBeGreaterThan(counts[2]!);
    expect(counts[2]).toBeGreaterThan(2);
    for (const { assessment, design } of frontOf(records)) {
      expect([assessment.fidelity, design.neuron["fidelity"]]).toEqual(["fine", "fine"]);
      const [rough, fair] = assessment.lower!;
      expect([rough!.fidelity, fair!.fidelity]).toEqual(["rough", "fair"]);
      // The made-up neuron is 10 % and 4 % too fast at the lower ones; settling is 0.
      expect(rough!.metrics.delay! / assessment.metrics.delay!).toBeCloseTo(0.9, 12);
      expect(fair!.metrics.delay! / assessment.metrics.delay!).toBeCloseTo(0.96, 12);
    }
  });

  it("takes a technology without a free parameter to the highest", async () => {
    const fixed = {
      ladder: {
        ...ladderTechnologies.ladder,
        neuron: { use: "small-ladder-neuron", length: "60 nm", switchingCurrent: "2 uA" },
        inputVoltage: "50 mV",
      },
    };
    const { records } = await found(await smallRunnable({ held, technologies: fixed }));
    expect(records.map(({ assessment }) => assessment.fidelity)).toEqual(["fine"]);
  });
});
