import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RequestBoard } from "../../src/threads/request-board.ts";
import { ValueWriter } from "../../src/threads/value-stream.ts";

/** A board of so many requests, as this side and another see it. */
function boards(requests: number, lists: readonly (readonly number[])[]) {
  const writer = new ValueWriter();
  const places = Array.from({ length: requests }, (_, k) => {
    const { place } = writer;
    writer.value({ number: k / 3, message: `request ${k}` });
    return place;
  });
  const here = RequestBoard.of(writer.written, places, lists);
  return { here, there: new RequestBoard(here.shared), writer, places };
}

describe("a board of requests", () => {
  it("gives each to one lane, its own first, whoever comes when", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 2 }), { maxLength: 20 }),
        fc.array(fc.nat({ max: 2 }), { minLength: 30, maxLength: 30 }),
        (homes, turns) => {
          const lists = [0, 1, 2].map((lane) => [...homes.keys()].filter((k) => homes[k] === lane));
          const { here, there } = boards(homes.length, lists);
          const taken: number[] = [];
          for (const lane of turns) {
            const isOver = taken.length === homes.length;
            const own = lists[lane]!.find((k) => !taken.includes(k));
            const request = (lane === 1 ? there : here).take(lane);
            expect([request === undefined, here.isOpen || taken.length + 1 >= homes.length]).toStrictEqual([
              isOver,
              true,
            ]);
            expect(request).toBe(own ?? request);
            if (request === undefined) continue;
            expect(taken).not.toContain(request);
            taken.push(request);
            expect(there.doing(lane)).toBe(request);
          }
          expect([taken.length, here.isOpen]).toStrictEqual([homes.length, false]);
          const begun = [0, 1, 2].reduce((sum, lane) => sum + there.begun(lane), 0);
          expect(begun).toBe(homes.length);
        },
      ),
    );
  });

  it("shows them as they were written", () => {
    const { there, writer, places } = boards(5, [[0, 1, 2, 3, 4]]);
    expect(there.written).toStrictEqual(writer.written);
    expect(places.map((_, k) => there.placeOf(k))).toStrictEqual(places);
  });

  it("without requests is done with", () => {
    const { here } = boards(0, [[], []]);
    expect(here.isOpen).toBe(false);
    expect(here.take(0)).toBeUndefined();
    expect(here.begun(0)).toBe(0);
  });
});
