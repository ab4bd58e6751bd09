import { Archive } from "@neurofront/archive";
import { explanationOf } from "@neurofront/report";
import type { Explanation } from "@neurofront/report";
import { RequestError } from "./answer.ts";

/**
 * Every number of one design with where it comes from.
 *
 * @throws RequestError when the archive holds no such design
 */
export function explainedDesign(path: string, search: string, candidate: number): Explanation {
  const archive = Archive.open(path);
  try {
    const [record] = Number.isSafeInteger(candidate) ? archive.candidates(search, candidate) : [];
    if (record === undefined) throw new RequestError(404, `there is no candidate ${candidate} of ${search}`);
    const verified = archive
      .verifications()
      .find((each) => each.search === search && each.candidate === candidate)?.assessment;
    return explanationOf(archive.study(), record, verified);
  } finally {
    archive.close();
  }
}
