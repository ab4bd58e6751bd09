import { METRICS, formatQuantity } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";
import type { Progress } from "@neurofront/study";
import type { Terminal } from "./terminal.ts";
import { wrapText } from "./wrapped-text.ts";

/** How a run tells its progress. */
export type ProgressForm = "bar" | "plain" | "json";

/** Seconds between two plain lines. */
const PLAIN_INTERVAL_S = 5;

/**
 * A listener that shows progress: one redrawn line with rate, best value so far and time left; or a line every few seconds;
 * or one JSON object a line.
 *
 * @param now seconds, only for rate and time left
 */
export function progressView(
  form: ProgressForm,
  rank: MetricName,
  terminal: Terminal,
  now: () => number = () => performance.now() / 1000,
): { show(progress: Progress): void; end(): void } {
  const start_s = now();
  let first: number | undefined;
  let lastLine_s = -Infinity;
  /** Searches may go on beside each other. */
  const begun = new Set<string>();
  const best = (progress: Progress): string => {
    const value = progress.best?.assessment.metrics[rank];
    return value === undefined ? `no feasible design yet` : `best ${rank} ${formatQuantity(value, METRICS[rank].unit)}`;
  };
  return {
    show(progress) {
      const elapsed_s = now() - start_s;
      first ??= progress.totalDone - progress.done;
      const rate = elapsed_s > 0 ? (progress.totalDone - first) / elapsed_s : 0;
      const left_s = rate > 0 ? (progress.totalBudget - progress.totalDone) / rate : 0;
      if (form === "json") {
        const { best: candidate, ...counts } = progress;
        const value = candidate?.assessment.metrics[rank];
        terminal.err.write(
          `${JSON.stringify({ event: "progress", ...counts, rate_per_s: round(rate), left_s: round(left_s), ...(value === undefined ? {} : { best: { candidate: candidate!.candidate, [rank]: value } }) })}\n`,
        );
        return;
      }
      for (const note of progress.notes)
        terminal.err.write(
          `${form === "bar" ? "\r\u001B[2K" : ""}${wrapText(`${progress.search}: ${note}`, terminal.width)}\n`,
        );
      const verifying = progress.stage === "verify";
      const share = verifying ? 1 : progress.totalDone / progress.totalBudget;
      const counts = verifying
        ? `verifying ${progress.search}`
        : `${progress.search} ${progress.done}/${progress.budget}`;
      const text = `${counts}  ${best(progress)}${verifying ? "" : `  ${Math.round(rate)}/s  ${duration(left_s)} left`}`;
      if (form === "bar") {
        const bar = `[${"=".repeat(Math.round(share * 20)).padEnd(20)}] ${String(Math.round(share * 100)).padStart(3)} %  `;
        terminal.err.write(`\r\u001B[2K${(bar + text).slice(0, terminal.width - 1)}`);
        return;
      }
      const finished = progress.done === progress.budget;
      if (!finished && begun.has(progress.search) && elapsed_s - lastLine_s < PLAIN_INTERVAL_S) return;
      lastLine_s = elapsed_s;
      begun.add(progress.search);
      terminal.err.write(`${String(Math.round(share * 100)).padStart(3)} %  ${text}\n`);
    },
    end() {
      if (form === "bar") terminal.err.write("\r\u001B[2K");
    },
  };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
