import type { RandomStream } from "@neurofront/core";

/** A stream that yields the given uniform numbers, one after the other. */
export function streamOf(...uniforms: number[]): RandomStream {
  let next = 0;
  const uniform = () => {
    const value = uniforms[next++];
    if (value === undefined) throw new Error("more numbers drawn than given");
    return value;
  };
  return {
    uniform,
    normal: () => {
      throw new Error("no normal numbers given");
    },
    integer: (count) => Math.floor(uniform() * count),
  };
}
