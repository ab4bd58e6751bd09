/** A matrix as SVG and PDF write it. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const DEGREE = Math.PI / 180;

/**
 * The steps of a transform attribute, the outermost first.
 *
 * @throws Error for a kind of step that our figures do not have
 */
export function transformSteps(text: string): Matrix[] {
  return [...text.matchAll(/(\w+)\(([^)]*)\)/g)].flatMap(([, kind, list]) => {
    const values = list!
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [a = 0, b, c] = values;
    if (kind === "translate") return [shift(a, b ?? 0)];
    if (kind === "scale") return [[a, 0, 0, b ?? a, 0, 0] as const];
    if (kind === "matrix") return [values as unknown as Matrix];
    if (kind === "rotate") return b === undefined ? [turn(a)] : [shift(b, c ?? 0), turn(a), shift(-b, -(c ?? 0))];
    throw new Error(`a figure has the transform "${kind}", which has no form in PDF here`);
  });
}

/** A length in pixels: `0.32em`, `12`, `12px`. */
export function em(text: string, fontSize: number): number {
  const value = text.endsWith("em") ? Number(text.slice(0, -2)) * fontSize : Number(text.replace(/px$/, ""));
  if (!Number.isFinite(value)) throw new Error(`a figure has the length "${text}", which is not in em or pixels`);
  return value;
}

function shift(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

function turn(angle_deg: number): Matrix {
  const [cos, sin] = [Math.cos(angle_deg * DEGREE), Math.sin(angle_deg * DEGREE)];
  return [cos, sin, -sin, cos, 0, 0];
}
