/** A numeric array of any shape. */
export interface NumericArray {
  readonly shape: readonly number[];
  /** In row-major (C) order. */
  readonly values: Float64Array;
}

/** More elements are no weights of a network that is simulated device by device. */
const MOST_ELEMENTS = 2 ** 24;

/** NumPy itself has no more. */
const MOST_DIMENSIONS = 64;

const MAGIC = "\x93NUMPY";

/** Little-endian readers by the type of a NumPy header, with the size of an element. */
const READERS: Readonly<Record<string, readonly [size: number, read: (view: DataView, at: number) => number]>> = {
  "<f8": [8, (view, at) => view.getFloat64(at, true)],
  "<f4": [4, (view, at) => view.getFloat32(at, true)],
  "<i8": [8, (view, at) => Number(view.getBigInt64(at, true))],
  "<u8": [8, (view, at) => Number(view.getBigUint64(at, true))],
  "<i4": [4, (view, at) => view.getInt32(at, true)],
  "<u4": [4, (view, at) => view.getUint32(at, true)],
  "<i2": [2, (view, at) => view.getInt16(at, true)],
  "<u2": [2, (view, at) => view.getUint16(at, true)],
  "|i1": [1, (view, at) => view.getInt8(at)],
  "|u1": [1, (view, at) => view.getUint8(at)],
  "|b1": [1, (view, at) => view.getUint8(at)],
};

/**
 * Read an array that NumPy has saved: format 1.0, 2.0 or 3.0 (NEP 1), little-endian floats of 4 or 8 bytes, integers of 1 to 8
 * bytes or booleans, in C or Fortran order. Nothing in the file is executed: arrays of Python objects are refused.
 *
 * @throws Error with one sentence for anything else, and for files of the wrong length
 */
export function readNpy(bytes: Uint8Array): NumericArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 10 || latin1(bytes, 0, 6) !== MAGIC)
    throw new Error("is not a NumPy file: its first bytes are not those of .npy");
  const major = bytes[6]!;
  if (major < 1 || major > 3) throw new Error(`has the .npy format ${major}.${bytes[7]!}; legal are 1.0, 2.0 and 3.0`);
  const lengthBytes = major === 1 ? 2 : 4;
  if (bytes.length < 8 + lengthBytes) throw new Error("ends within its header");
  const headerLength = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const start = 8 + lengthBytes + headerLength;
  if (start > bytes.length) throw new Error("ends within its header");
  const { type, isFortran, shape } = readHeader(latin1(bytes, 8 + lengthBytes, start));
  const reader = READERS[type];
  if (reader === undefined)
    throw new Error(`holds elements of the type ${JSON.stringify(type)}; legal are ${Object.keys(READERS).join(", ")}`);
  const [size, read] = reader;
  if (shape.length > MOST_DIMENSIONS)
    throw new Error(`has ${shape.length} dimensions; at most ${MOST_DIMENSIONS} are read`);
  const count = shape.reduce((product, length) => product * length, 1);
  if (count > MOST_ELEMENTS) throw new Error(`holds ${count} elements; at most ${MOST_ELEMENTS} are read`);
  if (bytes.length - start !== count * size)
    throw new Error(`has ${bytes.length - start} bytes of data; its shape (${shape.join(", ")}) needs ${count * size}`);
  const stored = Float64Array.from({ length: count }, (_, at) => read(view, start + at * size));
  return { shape, values: isFortran ? rowMajor(stored, shape) : stored };
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 65_536)));
}

/** The dictionary of the header: a Python literal with three keys that NumPy writes in one way. */
function readHeader(text: string): { readonly type: string; readonly isFortran: boolean; readonly shape: number[] } {
  const type = /'descr':\s*'([^']*)'/u.exec(text)?.[1];
  const order = /'fortran_order':\s*(True|False)/u.exec(text)?.[1];
  const shape = /'shape':\s*\(([\d,\s]*)\)/u.exec(text)?.[1];
  if (type === undefined || order === undefined || shape === undefined)
    throw new Error("has a header without plain descr, fortran_order and shape; structured arrays are not read");
  const lengths = shape
    .split(",")
    .map((length) => length.trim())
    .filter((length) => length !== "");
  return { type, isFortran: order === "True", shape: lengths.map(Number) };
}

/** Elements whose first index runs fastest, with the last running fastest instead. */
function rowMajor(stored: Float64Array, shape: readonly number[]): Float64Array {
  const target = new Float64Array(stored.length);
  const index = shape.map(() => 0);
  for (const value of stored) {
    let at = 0;
    for (const [axis, length] of shape.entries()) at = at * length + index[axis]!;
    target[at] = value;
    for (let axis = 0; axis < shape.length && ++index[axis]! === shape[axis]; axis++) index[axis] = 0;
  }
  return target;
}
