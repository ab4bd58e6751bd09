import { formatQuantity, LEDGER_LINES } from "@neurofront/core";
import type { CandidateRecord, LayerAssessment } from "@neurofront/core";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import { femtojoules } from "../metric-text.ts";
import { table } from "../table.ts";

/** How the energy, delay and area of one design come about: formulas and the numbers that went in. */
export function breakdown(title: string, { assessment }: CandidateRecord): Markup {
  return html`<details>
      <summary>How the numbers come about: ${title}</summary>
      ${tables(assessment)}
    </details>
    ${(assessment.layers ?? []).map(
      (layer, index) =>
        html`<details>
          <summary>
            ${title}, layer ${index + 1}: ${layer.inputCount} inputs, ${layer.outputCount} neurons, ${layer.positions}
            ${layer.positions === 1 ? "position" : "positions"}
          </summary>
          ${tables(layer)}
        </details> `,
    )}`;
}

function tables({
  ledger,
  phases,
  area,
  quantities,
}: Pick<LayerAssessment, "ledger" | "phases" | "area" | "quantities">): Markup {
  const energy = ledger.map((entry): Insert[] => [
    LEDGER_LINES[entry.line].title,
    femtojoules(entry.energy_J),
    entry.owner,
    html`<code>${entry.formula}</code><br /><small>${inputsText(entry.inputs)}</small>`,
  ]);
  const steps = phases.map(({ phase, duration_s, formula }): Insert[] => [
    phase,
    formatQuantity(duration_s, "s"),
    html`<code>${formula}</code>`,
  ]);
  const places = area.map(({ part, area_m2, formula }): Insert[] => [
    part,
    formatQuantity(area_m2, "m^2"),
    html`<code>${formula}</code>`,
  ]);
  const derived = Object.entries(quantities).flatMap(([part, numbers]) =>
    Object.entries(numbers).map(([name, value]): Insert[] => [html`<code>${name}</code>`, bare(value), part]),
  );
  const number = { isNumeric: true };
  return html`${table("Energy of each ledger entry, fJ, whether counted or not", [{ title: "line" }, { title: "fJ", ...number }, { title: "written by" }, { title: "formula" }], energy)}
  ${table("Phases of a decision", [{ title: "phase" }, { title: "duration", ...number }, { title: "formula" }], steps)}
  ${table("Area per neuron", [{ title: "part" }, { title: "area", ...number }, { title: "formula" }], places)}
  ${table("Derived quantities in SI", [{ title: "quantity" }, { title: "value", ...number }, { title: "part" }], derived)}`;
}

function inputsText(inputs: Readonly<Record<string, number>>): string {
  return Object.entries(inputs)
    .map(([name, value]) => `${name} = ${bare(value)}`)
    .join(", ");
}

function bare(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(5))) : String(value);
}
