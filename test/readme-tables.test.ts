import { expect, it } from "vitest";
import { COMMAND, parameterTables, pluginReadmes, withTables } from "../tools/readme-tables.ts";
import dwmNeuron from "@neurofront/dwm-neuron";

it.each((await pluginReadmes()).map((readme) => [readme.path, readme] as const))(
  "%s holds the parameters its plugin declares",
  (path, { wanted, present }) => {
    expect(wanted ?? "", `${path} lacks the markers <!-- parameters --> and <!-- /parameters -->`).toMatch(
      /<!-- parameters -->[\s\S]*<!-- \/parameters -->/u,
    );
    expect(present === wanted, `${path} is stale; run: ${COMMAND}`).toBe(true);
  },
);

it("writes quantities with SI prefixes, sources with their citation, presets with their values", () => {
  const tables = parameterTables(dwmNeuron);
  expect(tables).toMatch(
    /\| `length` +\| 20 nm \.\.\. 500 nm +\| 60 nm +\| log +\|.*\| paper: .*\(Sharad et al\. 2013\)/u,
  );
  expect(tables).toMatch(/\| `A` +\| paper, device.*`length` 60 nm, `width` 20 nm/u);
});

it("replaces what stands between the markers and nothing else, or refuses", () => {
  const text = "# A\n\n<!-- parameters -->\n\nold\n\n<!-- /parameters -->\n\nafter\n";
  expect(withTables(text, "new")).toBe(text.replace("old", "new"));
  expect(withTables("# A\n", "new")).toBeUndefined();
});
