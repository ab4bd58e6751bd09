/** Symbols of SI units without a prefix. */
const COHERENT = /^(?:m|kg|s|A|K|V|ohm|Ω|S|F|C|J|W|N|T|Hz|rad|1)$/u;

/** True when a unit expression such as `"A/m^2"` is in SI without prefixes, so that numbers need no conversion. */
export function isCoherent(unit: string): boolean {
  return unit
    .split(/[\s*·/]+/u)
    .filter((part) => part !== "")
    .every((part) => COHERENT.test(part === "1" ? part : part.replace(/\^?-?\d$/u, "")));
}

/**
 * What is wrong with the unit that a name carries after its underscores: `width_m` and `density_A_m2` are right, so is
 * `ratio`; `width_nm` is not SI, and `wall_width` no unit.
 */
export function problemOfName(name: string): string | undefined {
  const [word = "", ...parts] = name.split("_");
  if (!/^[A-Za-z][A-Za-z0-9]*$/u.test(word)) return "does not begin with a word in letters and digits";
  const strange = parts.find((part) => part === "" || part === "1" || !isCoherent(part));
  return strange === undefined ? undefined : `ends in "_${strange}", which is not an SI unit without a prefix`;
}
