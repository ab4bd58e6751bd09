/** Processor time of one call in seconds: the least of the calls that fit into half a second, after one to warm up. */
export function processorTime_s(work: () => unknown): number {
  work();
  let least_s = Infinity;
  let spent_s = 0;
  while (spent_s < 0.5) {
    const before = process.cpuUsage();
    let calls = 0;
    let used_s = 0;
    // A call may be shorter than the clock's step.
    do {
      work();
      calls++;
      const { user, system } = process.cpuUsage(before);
      used_s = (user + system) / 1e6;
    } while (used_s < 0.01);
    least_s = Math.min(least_s, used_s / calls);
    spent_s += used_s;
  }
  return least_s;
}
