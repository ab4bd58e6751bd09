/** Numbers of ours beside independent ones. What others give is data of the tests, what we give is computed here. */
import { formatQuantity } from "@neurofront/core";
import {
  demagnetisingFactors,
  erf,
  erfc,
  gateSourceVoltage_V,
  inversionCoefficient,
  mos45nm,
  normalCdf,
  normalPdf,
  transconductance_S,
} from "@neurofront/physics";
import type { Catalog } from "@neurofront/study";
import { demagnetisationByMpmath } from "../../packages/physics/test/peers/demagnetisation.ts";
import { errorFunctionByMpmath } from "../../packages/physics/test/peers/error-function.ts";
import { mosByNgspice } from "../../packages/physics/test/peers/mos-45nm.ts";
import { normalByMpmath } from "../../packages/physics/test/peers/normal-distribution.ts";
import { MEMRISTOR_TOLERANCE, memristorCurrents, memristorRows } from "../../test/spice/memristor-currents.ts";
import { withoutNgspice } from "../../test/spice/ngspice.ts";
import { escapeHtml } from "./escape-html.ts";
import type { Page } from "./layout.ts";
import { tableHtml } from "./table-html.ts";
import { checksTable, peerCheck, referenceChecks } from "./validation.ts";
import type { PeerCheck } from "./validation.ts";

const MPMATH = { peer: "mpmath, 40 digits and more", digits: 15 };
const NGSPICE = { peer: "ngspice, BSIM4 with the predictive 45 nm card", digits: 4 };

/** Every check of the page by its heading. The synapses are there where ngspice is. */
export async function peerChecks(catalog: Catalog): Promise<Readonly<Record<string, readonly PeerCheck[]>>> {
  return {
    "Published and simulated numbers of devices": referenceChecks(catalog),
    "Transistors against a circuit simulator": transistorChecks(),
    ...(withoutNgspice ? {} : { "Netlists of the synapses in ngspice": await synapseChecks(catalog) }),
    "Demagnetising factors": demagnetisationByMpmath.flatMap(([prism, theirs, allowed]) => {
      const ours = demagnetisingFactors(prism);
      const shape = `${prism.x_m} x ${prism.y_m} x ${prism.z_m}`;
      return (["x", "y", "z"] as const).map((axis, k) =>
        peerCheck(`N_${axis} of ${shape}`, MPMATH, theirs[k]!, ours[axis], allowed / theirs[k]!),
      );
    }),
    "Special functions": [
      ...errorFunctionByMpmath.flatMap(([x, ofErf, ofErfc]) => [
        peerCheck(`erf(${x})`, MPMATH, ofErf, erf(x), 2e-15),
        peerCheck(`erfc(${x})`, MPMATH, ofErfc, erfc(x), 2e-15),
      ]),
      ...normalByMpmath.flatMap(([z, distribution, density]) => [
        peerCheck(`normal distribution at ${z}`, MPMATH, distribution, normalCdf(z), 1e-12),
        peerCheck(`normal density at ${z}`, MPMATH, density, normalPdf(z), 1e-12),
      ]),
    ],
  };
}

function transistorChecks(): PeerCheck[] {
  return mosByNgspice.flatMap(([polarity, length_nm, celsius, current_uA, gmPerCurrent_1_V, gate_V]) => {
    const mos = mos45nm({ polarity, length_m: length_nm * 1e-9, temperature_K: celsius + 273.15 });
    const current_A = current_uA * 1e-6;
    const inversion = inversionCoefficient(mos, 1e-6, current_A);
    const which = `${polarity}MOS 1 um / ${length_nm} nm, ${celsius} C, ${current_uA} uA`;
    // Beyond the fitted temperatures the model is off by more, as its tests say.
    const isCold = celsius < 0;
    const efficiency_1_V = transconductance_S(mos, inversion, current_A) / current_A;
    return [
      peerCheck(`gm/I in 1/V, ${which}`, NGSPICE, gmPerCurrent_1_V, efficiency_1_V, isCold ? 0.18 : 0.09),
      peerCheck(
        `VGS in V, ${which}`,
        NGSPICE,
        gate_V,
        gateSourceVoltage_V(mos, inversion),
        (isCold ? 0.04 : 0.02) / gate_V,
      ),
    ];
  });
}

/** The current of each synapse as its netlist has it in ngspice, at its largest and smallest conductance. */
async function synapseChecks(catalog: Catalog): Promise<PeerCheck[]> {
  const checks: PeerCheck[] = [];
  for (const row of memristorRows(catalog)) {
    const currents = (await memristorCurrents(row)).filter(({ voltage_V }) => voltage_V === 0.3);
    const which = [row.model.id, ...Object.values(row.changes)].join(", ");
    for (const { conductance_S, simulated_A, current_A } of [currents[1]!, currents[3]!])
      checks.push(
        peerCheck(
          `current in A at 0.3 V, ${which}, ${formatQuantity(conductance_S, "S")}`,
          { peer: "ngspice, exported netlist", digits: 12 },
          simulated_A,
          current_A,
          MEMRISTOR_TOLERANCE,
        ),
      );
  }
  return checks;
}

/** What the sources state beside what their own equations give. */
function discrepancyTable(catalog: Catalog): string {
  const rows = catalog.plugins.flatMap((plugin) =>
    (plugin.discrepancies ?? []).flatMap((discrepancy) =>
      (discrepancy.check?.() ?? []).map(({ quantity, unit, stated, found }) => [
        escapeHtml(quantity),
        escapeHtml(formatQuantity(stated, unit, 4)),
        escapeHtml(formatQuantity(found, unit, 4)),
        escapeHtml(`${discrepancy.statement} [${discrepancy.reference}]`),
        escapeHtml(discrepancy.treatment),
      ]),
    ),
  );
  return tableHtml(["quantity", "stated", "by its own equations", "statement", "what the models do"], rows);
}

/** The page. */
export async function peerPage(catalog: Catalog): Promise<Page> {
  const sections = Object.entries(await peerChecks(catalog)).map(([title, checks]) => {
    const worst = Math.max(...checks.map(({ deviation, allowed }) => deviation / allowed));
    const id = title.toLowerCase().replaceAll(" ", "-");
    return `<h2 id="${id}">${escapeHtml(title)}</h2>
<p>${checks.length} numbers; the largest deviation is ${Math.round(100 * worst)} % of what the tests allow.</p>
${checksTable(checks)}`;
  });
  const body = `<h1>Our number beside an independent one</h1>
<p>Computed when this page was built, by the code that it documents; the tests hold the same numbers within what stands in the last column.
Netlists of neurons and arrays, and integrators that share nothing with the models, are compared in the tests.</p>
${sections.join("\n")}
<h2 id="contradictions-of-the-sources">Contradictions of the sources</h2>
<p>Where a publication states a number that its own equations do not give.</p>
${discrepancyTable(catalog)}`;
  return { path: "peer-checks.html", title: "Peer checks", body };
}
