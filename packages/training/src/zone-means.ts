/**
 * A picture brought to a grid of rows x columns zones: each zone is the mean of the picture over its area, pixels that lie
 * in several zones counting by their share.
 *
 * @param picture row-major
 * @param width of the picture in pixels
 * @returns zones, row-major, within the range of the picture
 */
export function zoneMeans(picture: ArrayLike<number>, width: number, rows: number, columns: number): Float64Array {
  const height = picture.length / width;
  const down = overlaps(height, rows);
  const across = overlaps(width, columns);
  const zones = new Float64Array(rows * columns);
  for (const [row, sources] of down.entries())
    for (const [column, pixels] of across.entries())
      for (const [y, share] of sources)
        for (const [x, part] of pixels) zones[row * columns + column]! += share * part * picture[y * width + x]!;
  return zones;
}

/** For each of `zones` equal parts of a line of pixels, the pixels in it with their share of the part. */
function overlaps(pixels: number, zones: number): (readonly [pixel: number, share: number])[][] {
  const size = pixels / zones;
  return Array.from({ length: zones }, (_, zone) => {
    const from = zone * size;
    const to = from + size;
    const shares: [number, number][] = [];
    for (let pixel = Math.floor(from); pixel < Math.min(pixels, Math.ceil(to)); pixel++) {
      const share = (Math.min(to, pixel + 1) - Math.max(from, pixel)) / size;
      if (share > 0) shares.push([pixel, share]);
    }
    return shares;
  });
}
