import type { ResolvedStudy } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { compareTechnologies, renderReport } from "../src/index.ts";
import { drawnCandidates } from "./chip-records.ts";
import { sensitivity } from "./sensitivities.ts";
import { syntheticInput } from "./synthetic-candidates.ts";
import { withModels } from "./synthetic-exploration.ts";
import { syntheticStudy, technologies } from "./synthetic-study.ts";

/** What a reader sees of a page: its script is code. */
function withoutScript(page: string): string {
  return page.replace(/<script>[\s\S]*<\/script>/u, "");
}

/** The page without the places where an address may stand: BibTeX, and links of digital object identifiers. */
function withoutCitations(page: string): string {
  return page
    .replaceAll(/<pre id="bibtex"[\s\S]*?<\/pre>/g, "")
    .replaceAll(/<a class="doi" href="https:\/\/doi\.org\/[^"]*">/g, "");
}

describe("the page", () => {
  const input = syntheticInput();
  const page = renderReport(input);

  it("begins with the answer for both accountings", async () => {
    const text = await page;
    const answer = text.indexOf("Counting only the lines the paper counts, Domain-wall neuron has the lowest");
    expect(answer).toBeGreaterThan(0);
    expect(text.indexOf("Counting every line of the ledger")).toBeGreaterThan(answer);
    expect(text.indexOf("<svg")).toBeGreaterThan(answer);
  });

  it("says how each search was done and why", async () => {
    const notes = ["Gaussian processes (gp): 100 evaluations.", "Mixed-operator evolution goes on."].map(
      (text, number) => ({
        search: "dwm/full",
        number,
        assessed: 50 * number,
        text,
      }),
    );
    const text = await renderReport({ ...input, notes, asynchronous: ["dwm/full", "latch/full"] });
    expect(text).toMatch(
      /<dt>Order<\/dt>\s*<dd>dwm\/full, latch\/full were searched asynchronously: .* neurofront reproduce repeats it\.<\/dd>/u,
    );
    expect(text).toMatch(
      /<dt>Search of dwm\/full<\/dt>\s*<dd>Gaussian processes \(gp\): 100 evaluations\. Mixed-operator evolution goes on\.<\/dd>/u,
    );
  });

  it("says why a picture of a best design is missing", async () => {
    const models = withModels(input);
    const exploration = {
      ...models.exploration!,
      interactions: [],
      leftOut: [
        { search: "dwm/full", candidate: 7, picture: "interactions" as const, reason: "no parameter is free" },
        { search: "dwm/full", candidate: 7, picture: "map" as const, reason: "the search assessed 9 designs" },
      ],
    };
    const text = (await renderReport({ ...models, exploration })).replaceAll(/\s+/gu, " ");
    expect(text).toContain(
      "The picture of Sobol indices around candidate 7 of dwm/full is left out: no parameter is free.",
    );
    expect(text).toContain("The map around candidate 7 of dwm/full is left out: the search assessed 9 designs.");
  });

  it("refers to no other place", async () => {
    const text = withoutCitations(await page);
    expect(text.match(/.{0,40}https?:.{0,40}/i)).toBeNull();
    expect(text.match(/<(?:link|iframe|img|object|embed)\b.{0,40}/i)).toBeNull();
    expect(text.match(/.{0,40}(?:\bsrc\s*=|@import|\burl\().{0,40}/)).toBeNull();
  });

  it("cites with a link and as BibTeX exactly what the study references", async () => {
    const text = await page;
    expect(text.match(/href="https:[^"]*"/g)).toEqual(['href="https://doi.org/10.1063/1.4838096"']);
    expect(text.match(/@(?:article|misc|book|inproceedings)\{/g)).toHaveLength(input.study.references.length);
  });

  it("shows stated beside found", async () => {
    expect((await page).match(/stated\s+3\.5e-21 J s[\s\S]{0,80}/)?.[0]).toMatch(
      /found\s+<b>7e-21 J s<\/b\s*>,\s+ratio\s+2/,
    );
  });

  it("is small and the same every time", async () => {
    const text = await page;
    expect(text.length).toBeLessThan(3e6);
    expect((await renderReport(input)) === text).toBe(true);
  });

  it("stays below 5 MB for ten searches of 4000 candidates", async () => {
    expect((await renderReport(syntheticInput(syntheticStudy(), 4000))).length).toBeLessThan(5e6);
  });
});

describe("sensitivities", () => {
  const input = syntheticInput();
  const best = compareTechnologies(input).accountings.flatMap(({ technologies: found }) =>
    found.flatMap((result) => result.best ?? []),
  );

  it("stand in the report where they were computed", async () => {
    const without = await renderReport(input);
    const page = await renderReport({ ...input, sensitivities: best.map((record) => sensitivity(record)) });
    for (const figure of ["elasticities-paper", "elasticities-full", "tornado-paper", "tornado-full"]) {
      expect(page).toContain(`id="figure-${figure}"`);
      expect(page).toContain(`data-name="${figure}.csv"`);
      expect(without).not.toContain(`id="figure-${figure}"`);
    }
    expect(page).toContain("Sensitivities of the best design: dwm");
  });

  it("do not hide which rules are broken and what holds the fronts", async () => {
    const page = await renderReport(input);
    for (const figure of ["rules-paper", "rules-full", "limits-paper", "limits-full"])
      expect(page).toContain(`id="figure-${figure}"`);
  });
});

describe("text of a study", () => {
  const evil = `</title></script><script>alert("1")</script><img src=x onerror='alert(2)'>`;
  const [first, ...others] = technologies;
  const study = syntheticStudy({
    title: evil,
    technologies: [{ ...first!, title: evil }, ...others],
  });
  const cited = { ...study.references[0]!, title: evil, author: evil, doi: `10.1063/"><script>` };
  const point = { ...study.publishedPoints[0]!, title: evil, note: evil };
  const doubt = { ...study.discrepancies[0]!, statement: evil };

  it("never becomes markup", async () => {
    const input = syntheticInput({
      ...study,
      references: [cited],
      publishedPoints: [point],
      discrepancies: [doubt],
    });
    const text = await renderReport(input);
    expect(text.includes("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;")).toBe(true);
    expect(text.match(/<script>/g)).toHaveLength(1);
    // The data of the page is read, never run.
    expect(text.match(/<script\b[^>]*>/g)).toEqual([
      '<script type="application/json" class="design-data">',
      '<script type="text/plain" class="explanations">',
      "<script>",
    ]);
    expect(text.match(/<img.{0,40}/i)).toBeNull();
    expect(text.match(/<[^>]*\sonerror.{0,40}/i)).toBeNull();
    expect(text.includes("<title>&lt;/title&gt;")).toBe(true);
  });
});

describe("how sure the fronts are", () => {
  const study: ResolvedStudy = {
    ...syntheticStudy({ technologies: technologies.slice(0, 1), accounting: ["full"] }),
    constraints: [{ metric: "testAccuracy", statistic: "mean", atLeast: 0.8 }],
    objectives: [
      { metric: "energy", statistic: "mean", goal: "minimize" },
      { metric: "testAccuracy", statistic: "mean", goal: "maximize" },
    ],
  };
  const { records, samples } = drawnCandidates([
    { energy_fJ: 1, accuracy: 0.9 },
    { energy_fJ: 2, accuracy: 0.95, purpose: "elite" },
    { energy_fJ: 0.5, accuracy: 0.81, standing: "undecided" },
  ]);
  const input = { study, candidates: records, verifications: [], notes: [], samples };

  it("is told of studies that draw chips in their searches", async () => {
    const text = await renderReport(input);
    expect(text).toContain("How sure the fronts are");
    expect(text.replaceAll(/\s+/g, " ")).toContain("The searches drew 150 chips of 3 possible designs");
    expect(text).toContain("50 of 200 chips drawn again for the front");
    expect(text).toContain('<span class="doubtful">undecided</span>');
    expect(withoutScript(text).match(/.{0,60}\b(?:NaN|undefined|Infinity)\b.{0,40}/)).toBeNull();
  });

  it("says how far lower fidelities were off", async () => {
    const [dwm] = study.technologies;
    const laddered = records.map((record) => ({
      ...record,
      assessment: {
        ...record.assessment,
        fidelity: "q-phi",
        lower: [
          {
            fidelity: "closed-form",
            status: "ok" as const,
            metrics: { energy: record.assessment.metrics.energy! / 2 },
            objectives: [],
            violation: 0,
          },
        ],
      },
    }));
    const fidelities = [
      { name: "closed-form", cost: 1 },
      { name: "q-phi", cost: 5 },
    ];
    const text = await renderReport({
      ...input,
      study: { ...study, technologies: [{ ...dwm!, fidelities }] },
      candidates: laddered,
      samples: samples.map((sample) => ({ ...sample, fidelity: "q-phi" })),
    });
    expect(text).toContain("closed-form against q-phi");
    expect(text).toContain("-50 %");
  });

  it("is left out where all is exact", async () => {
    expect(await renderReport(syntheticInput(syntheticStudy(), 20))).not.toContain("How sure the fronts are");
  });
});

describe("a study with less", () => {
  it.each([
    ["one accounting", syntheticInput(syntheticStudy({ accounting: ["full"] }), 60)],
    ["one technology", syntheticInput(syntheticStudy({ technologies: technologies.slice(0, 1) }), 60)],
    ["no candidates", { study: syntheticStudy(), candidates: [], verifications: [], notes: [] }],
    ["no CMOS technology", syntheticInput(syntheticStudy({ technologies: technologies.slice(0, 2) }), 60)],
    [
      "no sources",
      {
        ...syntheticInput(syntheticStudy(), 20),
        study: { ...syntheticStudy(), references: [], publishedPoints: [], discrepancies: [], constraints: [] },
      },
    ],
    ["another rank", syntheticInput(syntheticStudy({ rank: "energyPerCorrect" }), 60)],
  ])("is written for %s", async (_case, input) => {
    const text = await renderReport(input);
    expect(text.trimEnd().endsWith("</html>")).toBe(true);
    expect(withoutScript(text).match(/.{0,60}\b(?:NaN|undefined|Infinity)\b.{0,40}/)).toBeNull();
  });

  it("says what is missing", async () => {
    const text = await renderReport({ study: syntheticStudy(), candidates: [], verifications: [], notes: [] });
    expect(text.includes("no technology has a feasible design")).toBe(true);
    expect(text.includes("No design was verified")).toBe(true);
  });
});
