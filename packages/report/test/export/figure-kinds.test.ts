import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import type { DeviceView } from "@neurofront/core";
import { parseHTML } from "linkedom";
import { afterAll, describe, expect, it } from "vitest";
import { mayDoWithout } from "../../../../test/installed-tool.ts";
import { renderFigures, renderPdf } from "../../src/index.ts";
import { ALL_FIGURES, emptyTechnology } from "../figure-cases.ts";

const folder = mkdtempSync(join(tmpdir(), "neurofront-kinds-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** v(J) of a wall, beside the q(t) that the input has. */
const DENSITY = Float64Array.from({ length: 12 }, (_, k) => k * 1e11);
const VELOCITY = DENSITY.map((density) => 1e-10 * density);

/** Everything a report is made from, its records through an archive of one small study with every kind of figure. */
const made = emptyTechnology();
const path = join(folder, "archive.sqlite");
const archive = Archive.create(path, made.study);
archive.append(made.candidates);
// One technology has no candidate.
archive.verify(made.verifications.filter(({ search }) => made.candidates.some((each) => each.search === search)));
const exploration = {
  ...made.exploration!,
  views: [...made.exploration!.views, velocityView(made.exploration!.views[0]!)],
};
const input = { ...made, candidates: archive.candidates(), verifications: archive.verifications(), exploration };
archive.close();
const figures = await renderFigures(input);

function velocityView(like: DeviceView): DeviceView {
  const column = (name: string, title: string, unit: string, values: Float64Array) => ({ name, title, unit, values });
  return {
    ...like,
    view: "velocity",
    title: "Wall velocity",
    meaning: "steady velocity of the wall against current density",
    data: {
      axis: column("density_A_m2", "current density", "A/m^2", DENSITY),
      curves: [column("velocity_m_s", "velocity", "m/s", VELOCITY)],
      axisScale: "linear",
      curveScale: "linear",
      quantities: {},
    },
  };
}

const figureOf = (id: string) => figures.find((figure) => figure.id === id)!;
const rowsOf = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain]) => quoted ?? plain!),
    );

/** The numbers of a column of a figure's data. */
function numbers(id: string, column: string): number[] {
  const [head, ...rows] = rowsOf(figureOf(id).csv);
  const at = head!.indexOf(column);
  expect(at, `${column} of ${id}`).toBeGreaterThanOrEqual(0);
  return rows.flatMap((row) => (row[at] === "" ? [] : [Number(row[at])]));
}

/** Data of figures have nine significant digits. */
function expectSame(found: readonly number[], wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  const isOff = (value: number, k: number): boolean => !(Math.abs(value - wanted[k]!) <= 1e-8 * Math.abs(wanted[k]!));
  expect(found.filter(isOff)).toEqual([]);
}

const { interactions, maps, arrays, views } = exploration;
const cells = maps.flatMap((map) => map.cells);
const values = cells.flatMap(({ value }) => value ?? []);
/** Designs with an energy and a delay. */
const measured = input.candidates.filter(({ assessment }) => assessment.metrics.energy !== undefined);
const sorted = (list: readonly number[]): number[] => list.toSorted((a, b) => a - b);

interface Kind {
  readonly id: string;
  readonly head: string;
  /** Titles of the axes, and labels in their units. */
  readonly texts: readonly (string | RegExp)[];
  /** How many marks a selector finds. */
  readonly marks: Readonly<Record<string, number>>;
  readonly same: () => void;
}

const KINDS: readonly Kind[] = [
  {
    id: "energy-delay-full",
    head: "technology,candidate,standing,delay [s],energy [J],edp [J s]",
    texts: ["delay of one decision", "energy per neuron and decision", /^\d+ ns$/u, /^\d+ [fp]J$/u, /^1e-\d+ J s$/u],
    marks: { ".front-designs > *, .dominated-designs > *, .infeasible-designs > *": measured.length },
    same() {
      const published = input.study.publishedPoints.map(({ energy_J }) => energy_J);
      const energies = measured.map(({ assessment }) => assessment.metrics.energy!);
      expectSame(sorted(numbers(this.id, "energy [J]")), sorted([...energies, ...published]));
    },
  },
  {
    id: "sobol-full",
    head: "technology,candidate,parameter,first,first_low,first_high,total,total_low,total_high,rows,log_deviation",
    texts: [/^share of the variance of ln\(energy-delay product\)/u, "neuron.length_m", "inputVoltage_V"],
    marks: { ".sobol-first > *": 2 * interactions.length, ".sobol-total > *": 2 * interactions.length },
    same() {
      const parameters = interactions.flatMap((each) => each.parameters);
      for (const order of ["first", "total"] as const) {
        expectSame(
          numbers(this.id, order),
          parameters.map((each) => each[order].value),
        );
        expectSame(
          numbers(this.id, `${order}_high`),
          parameters.map((each) => each[order].high),
        );
      }
    },
  },
  {
    id: "map-full",
    head: "technology,candidate,x,x_value,x_unit,y,y_value,y_unit,edp [J s],breaks",
    texts: ["neuron.length_m", "neuron.width_m", /^\d+ nm$/u],
    marks: { ".cells rect": values.length, ".best-designs > *": maps.length },
    same() {
      expectSame(numbers(this.id, "edp [J s]"), values);
      const across = maps.flatMap(({ x, y }) => y.values.flatMap(() => [...x.values]));
      expectSame(numbers(this.id, "x_value"), across);
      expect(
        new Set(
          rowsOf(figureOf(this.id).csv)
            .slice(1)
            .map((row) => row[4]),
        ),
      ).toEqual(new Set(["m"]));
    },
  },
  {
    id: "view-dwm-neuron-trajectory",
    head: "time [s],position [m],speed [m/s]",
    texts: ["time", "position", "speed", /^\d+ ps$/u, /^\d+ nm$/u, /^\d+ m\/s$/u],
    marks: { ".curve > path, path.curve": 2 },
    same() {
      const { axis, curves } = views[0]!.data!;
      expectSame(numbers(this.id, "time [s]"), [...axis.values]);
      expectSame(numbers(this.id, "position [m]"), [...curves[0]!.values]);
      expectSame(numbers(this.id, "speed [m/s]"), [...curves[1]!.values]);
    },
  },
  {
    id: "view-dwm-neuron-velocity",
    head: "density [A/m^2],velocity [m/s]",
    texts: ["current density", "velocity", /A\/m\^2$/u, /m\/s$/u],
    marks: { ".curve > path, path.curve": 1 },
    same() {
      expectSame(numbers(this.id, "density [A/m^2]"), [...DENSITY]);
      expectSame(numbers(this.id, "velocity [m/s]"), [...VELOCITY]);
    },
  },
  {
    id: "arrays",
    head: "technology,candidate,layer,row,neuron,share",
    texts: ["neurons 1 to 4", "rows 1 to 10, the first at the top", /61 % \(light\) to 100 % \(dark\)$/u],
    marks: { ".cells rect": arrays.flatMap(({ share }) => share).length },
    same() {
      expectSame(
        numbers(this.id, "share"),
        arrays.flatMap(({ share }) => [...share]),
      );
    },
  },
];

describe.each(KINDS)("$id", (kind) => {
  const { svg, csv } = figureOf(kind.id);
  const { document } = parseHTML(svg);

  it("has axes with titles and units, and the marks that there are numbers for", () => {
    const texts = [...document.querySelectorAll("text")].map(({ textContent }) => textContent);
    const stands = (wanted: string | RegExp): boolean =>
      texts.some((text) => (typeof wanted === "string" ? text === wanted : wanted.test(text)));
    expect(kind.texts.filter((wanted) => !stands(wanted))).toEqual([]);
    for (const [selector, count] of Object.entries(kind.marks))
      expect(document.querySelectorAll(selector), selector).toHaveLength(count);
  });

  it("has its numbers, as the archive and the models have them, under names with units", () => {
    expect(rowsOf(csv)[0]!.join(",")).toBe(kind.head);
    kind.same();
  });
});

const TAG = /<(?<end>\/)?(?<name>[A-Za-z]+)(?:\s+[\w:-]+="[^"<]*")*\s*(?<alone>\/)?>/gu;

/** What keeps a text from being well-formed: tags that are not closed in their turn, and signs that stand for themselves. */
function flaws(xml: string): string[] {
  const open: string[] = [];
  const found: string[] = [];
  for (const { groups } of xml.matchAll(TAG)) {
    const name = groups!["name"]!;
    if (groups!["end"] === undefined) {
      if (groups!["alone"] === undefined) open.push(name);
    } else if (open.pop() !== name) found.push(`</${name}>`);
  }
  const rest = xml.replace(/^<\?xml [^?]*\?>/u, "").replaceAll(TAG, "");
  return [...found, ...open, ...(rest.match(/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/gu) ?? [])];
}

it.each([
  ["<svg><g/></svg>", []],
  ["<svg><g></svg>", ["</svg>", "svg"]],
  ["<svg>a < b & c</svg>", ["<", "&"]],
])("%s has the flaws %j", (xml, expected) => {
  expect(flaws(xml)).toEqual(expected);
});

/** Without spaces, and with the minus that every PDF reader's fonts have. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, "").replaceAll("\u2212", "-");
}

describe("every kind of figure", () => {
  it("is exported", () => {
    const ids = figures.map(({ id }) => id);
    for (const id of ALL_FIGURES) expect(ids).toContain(id);
  });

  it.each(figures)("$id is well-formed XML, and its data a table whose columns have unlike names", ({ svg, csv }) => {
    expect(flaws(svg)).toEqual([]);
    const [head, ...rows] = rowsOf(csv);
    expect(new Set(head).size).toBe(head!.length);
    // No unit hides in a name.
    for (const name of head!) expect(name).not.toMatch(/_(?:J|s|J_s|V|A|m|m2|S|Hz|K|ohm)$/u);
    expect(rows.length).toBeGreaterThan(0);
  });

  describe.skipIf(mayDoWithout("pdftotext"))("as PDF", () => {
    it.each(figures)("$id opens, and has the texts of the drawing", async ({ id, svg }) => {
      const file = join(folder, `${id}.pdf`);
      writeFileSync(file, (await renderPdf(svg)).bytes);
      const read = squeezed(execFileSync("pdftotext", ["-raw", file, "-"]).toString());
      const upright = [...parseHTML(svg).document.querySelectorAll("text")].filter(
        (text) => !(text.getAttribute("transform") ?? "").includes("rotate"),
      );
      expect(upright.length).toBeGreaterThan(3);
      for (const { textContent } of upright) expect(read).toContain(squeezed(textContent));
    });
  });
});
