import { quantityText } from "@neurofront/core";
import type { Catalog } from "@neurofront/study";
import { foundAt, referencePointsOf } from "../../packages/plugin-kit/src/conformance/reference-points.ts";
import { escapeHtml } from "./escape-html.ts";
import { tableHtml } from "./table-html.ts";

/** One number of ours beside one of others. */
export interface PeerCheck {
  /** What is compared. */
  readonly what: string;
  /** Where the other number is from. */
  readonly peer: string;
  readonly theirs: string;
  readonly ours: string;
  /** Of ours from theirs, relative to it. */
  readonly deviation: number;
  /** What the tests allow. */
  readonly allowed: number;
}

/** A check of two numbers that stand for themselves. */
export function peerCheck(
  what: string,
  { peer, digits }: { readonly peer: string; readonly digits: number },
  theirs: number,
  ours: number,
  allowed: number,
): PeerCheck {
  const shown = (value: number): string => {
    const rounded = Number(value.toPrecision(digits));
    return Math.abs(rounded) < 1e-3 && rounded !== 0 ? rounded.toExponential() : String(rounded);
  };
  const deviation = theirs === 0 ? Math.abs(ours) : Math.abs(ours / theirs - 1);
  return { what, peer, theirs: shown(theirs), ours: shown(ours), deviation, allowed };
}

/** Reference points of the models, as the conformance kit computes them. */
export function referenceChecks(catalog: Catalog, pluginId?: string): PeerCheck[] {
  return catalog.plugins
    .filter(({ id }) => pluginId === undefined || id === pluginId)
    .flatMap((plugin) =>
      plugin.models.flatMap((model) =>
        referencePointsOf(model).map((point): PeerCheck => {
          const found = foundAt(point, model);
          if ("problem" in found) throw new Error(`${model.id}: the reference point "${point.title}" ${found.problem}`);
          return {
            what: `${model.id}: ${point.title}`,
            peer: `${point.source.kind}: ${point.source.note}`,
            theirs: quantityText(point.quantity, point.expected),
            ours: quantityText(point.quantity, found.value),
            deviation: Math.abs(found.value / point.expected - 1),
            allowed: point.tolerance,
          };
        }),
      ),
    );
}

/** Checks as a table. */
export function checksTable(checks: readonly PeerCheck[]): string {
  const nowrap = (markup: string): string => `<span class="number">${markup}</span>`;
  const share = (value: number): string => (value === 0 ? "0" : `${Number((100 * value).toPrecision(2))} %`);
  return tableHtml(
    ["what", "independent", "number", "ours", "off by", "tests allow"],
    checks.map(({ what, peer, theirs, ours, deviation, allowed }) => [
      escapeHtml(what),
      escapeHtml(peer),
      nowrap(escapeHtml(theirs)),
      nowrap(escapeHtml(ours)),
      nowrap(share(deviation)),
      nowrap(share(allowed)),
    ]),
  );
}
