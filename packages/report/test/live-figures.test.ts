import { describe, expect, it } from "vitest";
import { compareTechnologies } from "../src/comparison.ts";
import { renderLiveFigures } from "../src/render-live.ts";
import type { LivePart } from "../src/render-live.ts";
import { syntheticInput } from "./synthetic-candidates.ts";
import { syntheticStudy } from "./synthetic-study.ts";

const study = syntheticStudy({ accounting: ["full"] });

async function drawn(count: number): Promise<{ parts: LivePart[]; front: number; markup: (id: string) => string }> {
  const input = syntheticInput(study, count);
  const comparison = compareTechnologies(input);
  const parts = [...(await renderLiveFigures(input, comparison))];
  const front = comparison.accountings[0]!.technologies.reduce((sum, each) => sum + each.front.length, 0);
  const figures = parts.flatMap((part) => ("figure" in part ? [part.figure] : []));
  return { parts, front, markup: (wanted) => figures.find(({ id }) => id === wanted)!.markup };
}

const count = (text: string, part: string): number => text.split(part).length - 1;

/** The content of the groups of a class. */
function marksOf(markup: string, className: string): number {
  const groups = markup.matchAll(new RegExp(`<g [^>]*class="${className}"[^>]*>(.*?)</g>`, "gsu"));
  return [...groups].reduce((sum, [, content]) => sum + count(content!, "data-c="), 0);
}

describe("what is sent before the first paint", () => {
  it("does not grow with the number of candidates: every design of a front, of the others a sample", async () => {
    const [small, large] = [await drawn(1000), await drawn(4000)];
    const markup = large.markup("energy-delay-full");
    expect(marksOf(markup, "front-designs")).toBe(large.front);
    expect(marksOf(markup, "dominated-designs")).toBeLessThanOrEqual(600);
    expect(marksOf(markup, "infeasible-designs")).toBeLessThanOrEqual(200);
    expect(count(markup, 'class="density"')).toBeLessThanOrEqual(4);
    expect(markup).toContain(`Drawn: ${large.front} of ${large.front} designs of the fronts, `);
    expect(markup).toMatch(/of \d+ dominated and \d+ of \d+ infeasible ones, of every technology alike every n-th/u);
    const bytes = ({ parts }: { parts: LivePart[] }): number => JSON.stringify(parts).length;
    console.log(`${bytes(small)} bytes for 5,000 candidates, ${bytes(large)} for 20,000`);
    // Four times as many candidates make the fronts longer, and nothing else.
    expect(bytes(large) / bytes(small)).toBeLessThan(1.5);
    expect(bytes(large)).toBeLessThan(900_000);
  });

  it("comes figure by figure, and the designs last", async () => {
    const { parts } = await drawn(40);
    expect(parts.map((part) => ("figure" in part ? part.figure.id : "designs"))).toEqual([
      "energy-delay-full",
      "parallel-full",
      "convergence-full",
      "ledger",
      "designs",
    ]);
  });
});
