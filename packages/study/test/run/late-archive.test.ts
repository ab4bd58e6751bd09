import type { CandidateRecord, ChipSample, RevisionRecord, SearchNote } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { LateArchive } from "../../src/run/late-archive.ts";
import type { SearchArchive } from "../../src/run/late-archive.ts";

const batch = (candidate: number) => [{ candidate } as CandidateRecord];

/** What is written, in its order. */
function written() {
  const all: string[] = [];
  const archive: SearchArchive = {
    append: ([record]) => void all.push(`batch ${record!.candidate}`),
    revise: ([record]) => void all.push(`round ${record!.round}`),
    note: ([note]) => void all.push(`note ${note!.number}`),
  };
  return { all, late: new LateArchive(archive) };
}

describe("an archive that is written to while others compute", () => {
  it("is given what took little when the next batch has been given out, once", () => {
    const { all, late } = written();
    late.append(batch(0));
    expect(all).toStrictEqual([]);
    late.flush();
    late.flush();
    expect(all).toStrictEqual(["batch 0"]);
  });

  it("is given several batches together, with their chips, where nobody asks for less", () => {
    const given: Parameters<SearchArchive["append"]>[] = [];
    const late = new LateArchive({ append: (...all) => void given.push(all), revise: () => {}, note: () => {} });
    const chips = (candidate: number) => [{ candidate } as ChipSample];
    late.append(batch(0), chips(0));
    late.append(batch(50));
    late.append(batch(100), chips(100));
    late.flush();
    expect(given).toStrictEqual([
      [
        [...batch(0), ...batch(50), ...batch(100)],
        [...chips(0), ...chips(100)],
      ],
    ]);
  });

  it("is given it before anything else", () => {
    const { all, late } = written();
    late.append(batch(0));
    late.revise([{ round: 1 } as RevisionRecord], []);
    late.append(batch(50));
    late.note([{ number: 2 } as SearchNote]);
    expect(all).toStrictEqual(["batch 0", "round 1", "batch 50", "note 2"]);
  });

  it("is given at once what took long", () => {
    const { all, late } = written();
    const begun_ms = performance.now();
    while (performance.now() - begun_ms < 60);
    late.append(batch(0));
    expect(all).toStrictEqual(["batch 0"]);
  });

  it("is not given again what it refused", () => {
    let tries = 0;
    const refuse = (): never => {
      tries++;
      throw new Error("no room");
    };
    const late = new LateArchive({ append: refuse, revise: refuse, note: refuse });
    late.append(batch(0));
    expect(() => late.flush()).toThrow("no room");
    late.flush();
    expect(tries).toBe(1);
  });
});
