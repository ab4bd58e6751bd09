import { describe, expect, it } from "vitest";
import { readNpy } from "../src/npy.ts";

/** Files that NumPy 2 has written, in base 64. */
const WRITTEN: readonly (readonly [what: string, file: string, shape: readonly number[], values: readonly number[]])[] =
  [
    [
      "a C array of doubles",
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAD4PwAAAAAAAADAAAAAAAAACEAAAAAAAAAQQAAAAAAAABRAAAAAAAAAGcA=",
      [2, 3],
      [1.5, -2, 3, 4, 5, -6.25],
    ],
    [
      "a Fortran array of doubles",
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAD4PwAAAAAAABBAAAAAAAAAAMAAAAAAAAAUQAAAAAAAAAhAAAAAAAAAGcA=",
      [2, 3],
      [1.5, -2, 3, 4, 5, -6.25],
    ],
    [
      "floats in format 2.0",
      "k05VTVBZAgB0AAAAeydkZXNjcic6ICc8ZjQnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMiwgMyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAMA/AAAAwAAAQEAAAIBAAACgQAAAyMA=",
      [2, 3],
      [1.5, -2, 3, 4, 5, -6.25],
    ],
    [
      "bytes in format 3.0",
      "k05VTVBZAwB0AAAAeydkZXNjcic6ICd8aTEnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMiwgMiksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoB/gOA",
      [2, 2],
      [1, -2, 3, -128],
    ],
    [
      "long integers",
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAr7/////////wAAAAAAAQAA",
      [2],
      [-5, 1099511627776],
    ],
    [
      "booleans",
      "k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAA==",
      [2],
      [1, 0],
    ],
    [
      "a Fortran array of three axes",
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPGkyJywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMywgMiksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAYAAgAIAAQACgABAAcAAwAJAAUACwA=",
      [2, 3, 2],
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    ],
    [
      "unsigned short integers",
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPHUyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAr//w==",
      [1],
      [65535],
    ],
    [
      "a number without axes",
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAEQA==",
      [],
      [2.5],
    ],
  ];

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, "base64");
const DOUBLES = bytesOf(WRITTEN[0]![1]);
const BIG_ENDIAN = bytesOf(
  "k05VTVBZAQB2AHsnZGVzY3InOiAnPmY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAo/+AAAAAAAAMAAAAAAAAAAQAgAAAAAAABAEAAAAAAAAEAUAAAAAAAAwBkAAAAAAAA=",
);
const COMPLEX = bytesOf(
  "k05VTVBZAQB2AHsnZGVzY3InOiAnPGMxNicsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgyLCAzKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAD4PwAAAAAAAAAAAAAAAAAAAMAAAAAAAAAAAAAAAAAAAAhAAAAAAAAAAAAAAAAAAAAQQAAAAAAAAAAAAAAAAAAAFEAAAAAAAAAAAAAAAAAAABnAAAAAAAAAAAA=",
);

/** The file with a part of its header replaced by as many characters. */
function edited(from: string, to: string): Uint8Array {
  const text = Buffer.from(DOUBLES).toString("latin1");
  if (!text.includes(from) || from.length !== to.length) throw new Error(`cannot replace ${from}`);
  return Buffer.from(text.replace(from, to), "latin1");
}

describe("a NumPy file", () => {
  it.each(WRITTEN)("of %s is read", (_what, file, shape, values) => {
    const found = readNpy(bytesOf(file));
    expect(found.shape).toEqual(shape);
    expect([...found.values]).toEqual(values);
  });

  it("may begin anywhere in a buffer", () => {
    const shifted = new Uint8Array(DOUBLES.length + 3);
    shifted.set(DOUBLES, 3);
    expect(readNpy(shifted.subarray(3))).toEqual(readNpy(DOUBLES));
  });

  it.each([
    ["other bytes", new TextEncoder().encode("not a NumPy file"), "its first bytes are not those of .npy"],
    ["nothing", new Uint8Array(0), "its first bytes are not those of .npy"],
    [
      "a later format",
      Buffer.concat([DOUBLES.subarray(0, 6), Buffer.of(4, 0), DOUBLES.subarray(8)]),
      "has the .npy format 4.0",
    ],
    ["a header that is cut", DOUBLES.subarray(0, 40), "ends within its header"],
    ["data that is cut", DOUBLES.subarray(0, -1), "has 47 bytes of data; its shape (2, 3) needs 48"],
    ["data that goes on", Buffer.concat([DOUBLES, Buffer.of(0)]), "has 49 bytes of data"],
    ["big-endian numbers", BIG_ENDIAN, `holds elements of the type ">f8"; legal are <f8, <f4`],
    ["complex numbers", COMPLEX, `holds elements of the type "<c16"`],
    ["Python objects", edited("'<f8', 'f", "'|O',  'f"), `holds elements of the type "|O"`],
    ["a structure", edited("'<f8'", "[('a'"), "structured arrays are not read"],
    [
      "a thousand dimensions",
      Buffer.from(
        `\x93NUMPY\x02\x00\x40\x1f\x00\x00${`{'descr': '<f8', 'fortran_order': True, 'shape': (${"1, ".repeat(1000)}), }`.padEnd(8000)}12345678`,
        "latin1",
      ),
      "has 1000 dimensions; at most 64",
    ],
    ["a shape beyond memory", edited("(2, 3), }   ", "(99999999),}"), "holds 99999999 elements; at most"],
  ])("that holds %s is refused", (_what, bytes, message) => {
    expect(() => readNpy(bytes)).toThrow(message);
  });
});
