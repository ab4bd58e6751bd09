import { describe, test } from "vitest";
import { cmaEs } from "../src/cma-es.ts";
import { nsga2 } from "../src/nsga2.ts";
import { nsga3 } from "../src/nsga3.ts";
import { technologies } from "../src/problems/technologies.ts";
import { zdt1 } from "../src/problems/zdt.ts";
import { shade } from "../src/shade.ts";
import { randomSearch } from "../src/random-search.ts";
import { problemOf, search } from "./search.ts";

// Time of a search of 1000 evaluations, the problem included: milliseconds are microseconds of one evaluation.
describe.each([zdt1, technologies])("$title", (benchmark) => {
  const problem = problemOf(benchmark, 1000, 1);
  test("1000 evaluations", async ({ bench }) => {
    await bench.compare(
      bench("NSGA-II", () => void search(nsga2, problem, benchmark.evaluate)),
      bench("CMA-ES", () => void search(cmaEs, problem, benchmark.evaluate)),
      bench("L-SHADE", () => void search(shade, problem, benchmark.evaluate)),
      bench("NSGA-III", () => void search(nsga3, problem, benchmark.evaluate)),
      bench("random search", () => void search(randomSearch, problem, benchmark.evaluate)),
    );
  });
});
