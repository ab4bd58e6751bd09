import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { compareArchives } from "../../src/compare/cross-comparison.ts";
import { renderComparison } from "../../src/index.ts";
import { syntheticInput } from "../synthetic-candidates.ts";
import { syntheticStudy } from "../synthetic-study.ts";
import { archive, design } from "./archives.ts";

const seeds = [1, 2, 3].map((seed) => ({
  label: `seed ${seed}`,
  ...syntheticInput({ ...syntheticStudy(), seed }, 60),
}));

describe("the page of a comparison", async () => {
  const comparison = compareArchives(seeds);
  const text = await renderComparison(comparison);
  const { document } = parseHTML(text);

  it("has a figure for every accounting, with bands over runs and every number of it", () => {
    const figures = [...document.querySelectorAll("figure")];
    expect(figures.map((figure) => figure.querySelector(".drawing")!.id)).toEqual([
      "figure-attainment-paper",
      "figure-attainment-full",
    ]);
    for (const figure of figures) {
      expect(figure.querySelectorAll(".attainment-band path").length).toBe(5);
      expect(figure.querySelectorAll(".attained-by-half path").length).toBe(5);
      expect(figure.querySelectorAll(".best-designs > *").length).toBe(5);
      expect(figure.querySelector("pre")!.textContent).toMatch(
        /^technology,level,runs,delay \[s\],energy \[J\]\ndwm,best,3,/u,
      );
      expect(figure.outerHTML).not.toContain("NaN");
    }
  });

  it("loads nothing", () => {
    expect(text.includes("default-src &#39;none&#39;")).toBe(true);
    expect(text).not.toMatch(/(?:src|href)="(?!#)/u);
    expect(text).not.toContain("@import");
  });

  it("has the same bytes every time", async () => {
    expect(await renderComparison(compareArchives(seeds))).toBe(text);
  });

  it("writes text of an archive as text", async () => {
    const evil = archive("<script>alert(1)</script>", [design("dwm", 0, 1, 1), design("latch", 0, 2, 1)], {
      title: "</script><img src=x onerror=alert(1)>",
    });
    const page = await renderComparison(compareArchives([evil]));
    expect(page).not.toContain("<img");
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });

  it("is written where nobody has a design", async () => {
    const page = await renderComparison(compareArchives([archive("a", [])]));
    expect(page).toContain("no technology has a feasible design");
    expect(page).not.toContain("<figure>");
  });
});
