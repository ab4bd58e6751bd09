import type { MeasuredDevice, Plugin } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { buildCatalog } from "../src/catalog.ts";
import { plainDocument, readDocument } from "../src/document.ts";
import { withMeasured } from "../src/measured.ts";
import type { DataReading } from "../src/measured.ts";
import { checkStudyValue, parseStudy } from "../src/parse.ts";
import { resolveStudy } from "../src/resolve.ts";
import { studySchema } from "../src/schema.ts";
import { smallHashes, smallNeuron, smallPlugin, smallStudy } from "./small-plugins.ts";

/** A neuron whose length is known from the first to the last point. */
const device: MeasuredDevice = {
  id: "measured-length",
  role: "neuron",
  title: "Neuron of measured lengths",
  columns: {
    length_m: { unit: "m", meaning: "length", low: 1e-9 },
    delay_s: { unit: "s", meaning: "delay", low: 0 },
  },
  example: "length [nm],delay [ns]\n10,1\n20,2\n30,3",
  define({ length_m, delay_s }, { id, source, interpolation }) {
    if (delay_s![0] === 0) return { ok: false, problem: "the first delay is zero" };
    const declared = smallNeuron.parameters["length_m"]!;
    return {
      ok: true,
      model: {
        ...smallNeuron,
        id,
        title: interpolation,
        presets: {},
        parameters: {
          ...smallNeuron.parameters,
          length_m: { ...declared, source, low: length_m![0], high: length_m!.at(-1), default: length_m![1] } as never,
        },
      },
    };
  },
};
const maker: Plugin = { ...smallPlugin, id: "maker", models: [], measured: [device] };
const catalog = buildCatalog([smallPlugin, maker], { ...smallHashes, maker: "beef" });

const CSV = "length [nm],delay [ns]\n20,1\n40,2\n80,3\n";
const source = { author: "Example, Ada", title: "Lengths", year: 2024 };
const written = { use: "measured-length", file: "data/lengths.csv", source };
const small = JSON.parse(smallStudy) as { readonly technologies: Readonly<Record<string, object>> };
const study = (measured: object, neuron: object = { use: "wire", length: "30 nm" }): Record<string, unknown> => {
  const [technology] = Object.values(small.technologies);
  return { ...small, measured, technologies: { t: { ...technology, neuron } } };
};
const reading =
  (text = CSV) =>
  (): DataReading => ({ ok: true, text });

async function resolved(value: unknown, text = CSV) {
  const whole = withMeasured(catalog, plainDocument(value, "study.json"), reading(text));
  return (await resolveStudy(checkStudyValue(value, "study.json", whole), whole)).resolved;
}

describe("a measured device of a study", () => {
  it("is a model by its name, with its points, their hash and their source in the resolved form", async () => {
    const form = await resolved(study({ wire: written }));
    expect(form.technologies[0]!.neuron).toMatchObject({ plugin: "wire", model: "wire", title: "monotone-cubic" });
    expect(form.technologies[0]!.neuron.parameters["length_m"]).toMatchObject({
      value: 3e-8,
      declared: {
        legal: { low: 2e-8, high: 8e-8 },
        source: "literature: measured points of data/lengths.csv [measured-wire]",
      },
    });
    expect(form.references).toContainEqual({ key: "measured-wire", type: "misc", ...source });
    expect(form.measured).toEqual([
      // sha256sum of the text.
      {
        name: "wire",
        file: "data/lengths.csv",
        contentHash: "e6b6b2ba60b4a2bc1566786eeee6f79f99924bc9cf9e8410b5d2957d3095144f",
        text: CSV,
      },
    ]);
    const other = await resolved(study({ wire: written }), CSV.replace("40,2", "40,2.5"));
    expect(other.hash).not.toBe(form.hash);
    expect(other.sourceHashes["wire"]).not.toBe(form.sourceHashes["wire"]);
  });

  it("is read between its points as it says, and an article where it names a journal", async () => {
    const form = await resolved(
      study({ wire: { ...written, interpolation: "linear", source: { ...source, journal: "Lengths Letters" } } }),
    );
    expect(form.technologies[0]!.neuron.title).toBe("linear");
    expect(form.references).toContainEqual(expect.objectContaining({ key: "measured-wire", type: "article" }));
  });

  it("studies without one have the resolved form they had", async () => {
    expect(await resolved(small)).not.toHaveProperty("measured");
  });

  it("has its parameters in the schema for editors, with the range of its points", () => {
    const whole = withMeasured(catalog, plainDocument(study({ wire: written }), "study.json"), reading());
    const text = JSON.stringify(studySchema(whole, "editor"));
    expect(text).toContain(`{"const":"wire"`);
    expect(text).toContain(
      "Legal 2e-8 to 8e-8 m; default 4e-8 m. Source: literature: measured points of data/lengths.csv",
    );
  });
});

describe("what is wrong is told where it is", () => {
  it.each<[string, object, DataReading, string]>([
    [
      "a file that may not be read",
      { wire: written },
      { ok: false, problem: "names what it may not" },
      "/measured/wire/file names what it may not",
    ],
    [
      "a line that is not legal",
      { wire: written },
      { ok: true, text: CSV.replace("40,2", "40,x") },
      `/measured/wire/file names data/lengths.csv, whose line 3 has the delay "x"`,
    ],
    [
      "points that are no device",
      { wire: written },
      { ok: true, text: CSV.replace("20,1", "20,0") },
      "whose points give no device: the first delay is zero",
    ],
    [
      "the name of a model",
      { "small-neuron": written },
      { ok: true, text: CSV },
      "/measured/small-neuron has the name of a plugin or model",
    ],
    [
      "the name of a plugin",
      { maker: written },
      { ok: true, text: CSV },
      "/measured/maker has the name of a plugin or model",
    ],
  ])("%s", (_what, measured, read, message) => {
    const text = JSON.stringify(study(measured), undefined, 1);
    const start = () => withMeasured(catalog, readDocument(text, "study.json"), () => read);
    expect(start).toThrow(message);
    expect(start).toThrow(/study\.json:\d+:\d+ /u);
  });

  it.each<[string, object, string]>([
    [
      "no source",
      { use: "measured-length", file: "a.csv" },
      `/measured/wire lacks "source" (who measured it; ends in the references of the report)`,
    ],
    [
      "a source without a title",
      { ...written, source: { author: "A", year: 2024 } },
      `/measured/wire/source lacks "title"`,
    ],
    ["no such kind", { ...written, use: "measured-lenght" }, `did you mean "measured-length"?`],
    ["no such interpolation", { ...written, interpolation: "spline" }, `legal: monotone-cubic, linear`],
    ["a file that is no text", { ...written, file: 3 }, "/measured/wire/file is 3"],
    ["an unknown key", { ...written, unit: "nm" }, `/measured/wire has the unknown key "unit"`],
  ])("%s", (_what, entry, message) => {
    const value = study({ wire: entry }, { use: "small-neuron" });
    const whole = withMeasured(catalog, plainDocument(value, "study.json"), reading());
    expect(() => parseStudy(JSON.stringify(value), "study.json", whole)).toThrow(message);
  });

  it("a parameter outside what was measured", () => {
    const value = study({ wire: written }, { use: "wire", length: "90 nm" });
    const whole = withMeasured(catalog, plainDocument(value, "study.json"), reading());
    expect(() => checkStudyValue(value, "study.json", whole)).toThrow("is 90 nm; legal: 20 nm to 80 nm");
  });
});
