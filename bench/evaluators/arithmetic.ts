/** So many steps of arithmetic, none of which can be left out. */
export function arithmetic(steps: number): number {
  let x = 0.5;
  for (let k = 0; k < steps; k++) x = Math.sin(x + k);
  return x;
}

/** Steps that take about so long in this thread, now. */
export function stepsOf(time_ms: number): number {
  const steps = 20_000;
  let least_ms = Infinity;
  for (let k = 0; k < 200; k++) {
    const begun_ms = performance.now();
    arithmetic(steps);
    least_ms = Math.min(least_ms, performance.now() - begun_ms);
  }
  return Math.round((steps * time_ms) / least_ms);
}
