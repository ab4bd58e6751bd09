import { expect, it } from "vitest";
import { DIGITS, IMAGE_SIDE, digitImages } from "../src/images.ts";

it("holds ten thousand images, the same ones each time", async () => {
  const images = await digitImages();
  expect(images).toHaveLength(DIGITS);
  expect(images.reduce((sum, ofDigit) => sum + ofDigit.length, 0)).toBe(10_000);
  // As many as the largest design takes.
  for (const ofDigit of images) expect(ofDigit.length).toBeGreaterThan(300 + 200 + 200);
  expect(await digitImages()).toBe(images);
});

it("has pixels from paper to ink, and an empty margin", async () => {
  const image = (await digitImages())[3]![7]!;
  expect(image).toHaveLength(IMAGE_SIDE ** 2);
  expect(Math.min(...image)).toBe(0);
  expect(Math.max(...image)).toBeGreaterThan(0.9);
  expect(Math.max(...image)).toBeLessThanOrEqual(1);
  expect(image.subarray(0, IMAGE_SIDE).every((pixel) => pixel === 0)).toBe(true);
});
