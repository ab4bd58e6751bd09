import { GUIDANCE } from "./guidance.ts";
import type { Guidance } from "./guidance.ts";

/** What the kit has to say about a model that breaks a rule. */
export interface Finding {
  /** Code of the rule, kebab-case. */
  readonly rule: string;
  /** One sentence with the values at which it happened: what was found, what is legal. */
  readonly message: string;
  /** The law of the rule. */
  readonly expected: string;
  /** What the author does about it. */
  readonly remedy: string;
}

/** A law that every model of a role keeps. */
export interface Rule<Subject> {
  /** Stable kebab-case code. */
  readonly code: string;
  /** The law in one sentence. */
  readonly law: string;
  /** A sentence for each place where the subject breaks the law. */
  breaches(subject: Subject): Iterable<string>;
}

/** A defect usually shows at many designs; a few of them are enough to repair it. */
const SHOWN = 3;

/** The findings of one rule: the first breaches, and how many more there are. */
export function findingsOf<Subject>(rule: Rule<Subject>, subject: Subject): Finding[] {
  const messages = [...rule.breaches(subject)];
  const shown = messages.slice(0, SHOWN);
  const more = messages.length - shown.length;
  if (more > 0) shown[SHOWN - 1] += ` (and ${more} more like it)`;
  const { remedy } = guidanceOf(rule.code);
  return shown.map((message) => ({ rule: rule.code, message, expected: rule.law, remedy }));
}

/** Where a rule belongs and what its breach asks for. */
export function guidanceOf(code: string): Guidance {
  const guidance = GUIDANCE[code];
  if (guidance === undefined) throw new Error(`the rule "${code}" has no guidance`);
  return guidance;
}
