import { compareTechnologies, whyNotOf } from "@neurofront/report";
import { readArchive } from "../archive-input.ts";
import { picturesOfArchive } from "../report-pictures.ts";
import type { OpenedCatalog } from "../plugins/open-catalog.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { elasticitiesText, limitsText, membersText, rulesText, tornadoText } from "../why-not-text.ts";
import { wrapText } from "../wrapped-text.ts";

/**
 * Show why a search found nothing better: the rules its candidates break, what holds its front in place, and how its designs react
 * to their parameters.
 *
 * @param search `technology/accounting`; all searches of the archive without it
 * @throws UsageError when the archive has no such search
 */
export async function whyNotCommand(
  archivePath: string,
  search: string | undefined,
  opened: OpenedCatalog,
  terminal: Terminal,
): Promise<void> {
  const input = readArchive(archivePath);
  const { study } = input;
  const all = compareTechnologies(input).accountings.flatMap(({ technologies }) => technologies);
  const wanted = all.filter((result) => search === undefined || result.search === search);
  if (wanted.length === 0)
    throw new UsageError(
      `"${search}" is no search of this archive; searches here: ${all.map((result) => result.search).join(", ")}`,
    );
  const pictures = await picturesOfArchive(input, archivePath, opened, terminal, ["sensitivities"]);
  const sensitivities = typeof pictures === "string" ? [] : (pictures.sensitivities ?? []);
  const metrics = [...new Set([...study.objectives.map(({ metric }) => metric), study.rank])];
  const width = terminal.columns;
  const texts = wanted.map((result) => {
    const why = whyNotOf(
      result,
      input.candidates.filter((record) => record.search === result.search),
      study,
    );
    const members = sensitivities.filter((each) => each.search === result.search);
    const best = members.find(({ candidate }) => candidate === result.best?.candidate);
    return [
      `${result.search}: ${result.title}`,
      "=".repeat(result.search.length + 2 + result.title.length),
      section("rules and constraints that candidates break", rulesText(why, width)),
      section(`what holds the ${why.bindings.length} designs of the front`, limitsText(why, width)),
      ...(why.bindings.length === 0 ? [] : [section("the front, design by design", membersText(why, metrics, width))]),
      ...(members.length === 0
        ? []
        : [
            section(
              `elasticities at candidates ${members.map(({ candidate }) => candidate).join(", ")}: per cent for one per cent of the parameter`,
              elasticitiesText(members, metrics, width),
            ),
          ]),
      ...(best === undefined
        ? []
        : [
            section(
              `${study.rank} of the best design, candidate ${best.candidate}, under changes of its parameters`,
              tornadoText(best, study.rank, width),
            ),
          ]),
    ].join("\n");
  });
  terminal.out.write(`${texts.join("\n\n\n")}\n`);
  if (typeof pictures === "string")
    terminal.out.write(`\n${wrapText(`sensitivities are left out: ${pictures}`, width)}\n`);
}

function section(title: string, body: string): string {
  return `\n${title}\n${"-".repeat(title.length)}\n${body}`;
}
