import fc from "fast-check";
import { expect, it } from "vitest";
import { dissect, numbering, resistorNumbering } from "../../src/crossbar/dissection-plan.ts";

const shapes = fc.record({
  rowCount: fc.integer({ min: 1, max: 23 }),
  columnCount: fc.integer({ min: 1, max: 23 }),
  rowStart: fc.boolean(),
  rowEnd: fc.boolean(),
  columnStart: fc.boolean(),
  columnEnd: fc.boolean(),
});

it("eliminates every inner node once and leaves the terminals", () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const { steps } = dissect(shape);
      const pivots = steps.flatMap(({ nodes, pivotCount }) => [...nodes.subarray(0, pivotCount)]);
      const inner = 2 * shape.rowCount * shape.columnCount;
      expect(pivots.toSorted((a, b) => a - b)).toEqual(Array.from({ length: inner }, (_, node) => node));
      const node = numbering(shape);
      const last = steps.at(-1)!;
      expect([...last.nodes.subarray(last.pivotCount)]).toEqual([
        ...(shape.rowStart || shape.rowEnd
          ? Array.from({ length: shape.rowCount }, (_, i) => node.rowTerminal(i))
          : []),
        ...(shape.columnStart || shape.columnEnd
          ? Array.from({ length: shape.columnCount }, (_, j) => node.columnTerminal(j))
          : []),
      ]);
    }),
  );
});

it("puts every resistor of the shape into one step", () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const used = dissect(shape).steps.flatMap(({ resistors }) => [...resistors].filter((_, k) => k % 3 === 2));
      const { rowCount, columnCount } = shape;
      const resistor = resistorNumbering(shape);
      const expected: number[] = [];
      for (let i = 0; i < rowCount; i++) {
        for (let j = 0; j < columnCount; j++) {
          expected.push(resistor.cell(i, j));
          if (j > 0 || shape.rowStart) expected.push(resistor.rowSegment(i, j));
          if (i < rowCount - 1 || shape.columnEnd) expected.push(resistor.columnSegment(i, j));
        }
        if (shape.rowEnd) expected.push(resistor.rowEnd(i));
      }
      for (let j = 0; j < columnCount; j++) if (shape.columnStart) expected.push(resistor.columnStart(j));
      expect(used.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
    }),
  );
});

it("adds triangles to triangles: ports of a joined block stand in increasing order", () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      for (const { position } of dissect(shape).steps.flatMap(({ joined }) => joined))
        for (let k = 1; k < position.length; k++) expect(position[k]!).toBeGreaterThan(position[k - 1]!);
    }),
    { numRuns: 20 },
  );
});

it("needs room that grows with the square of the side, but for a logarithm", () => {
  const side = (count: number) =>
    dissect({
      rowCount: count,
      columnCount: count,
      rowStart: true,
      rowEnd: false,
      columnStart: false,
      columnEnd: true,
    });
  // From 32 to 64 cells a side: four times and a step of the logarithm.
  expect(side(64).factorSize / side(32).factorSize).toBeLessThan(5.5);
});
