/**
 * What to tell whoever runs this program by a Node that is too old for it. This file is read by any Node.
 *
 * @param {string} version of Node
 * @param {string} range of the versions that will do, as in `engines` of the package: `>=24.15`
 * @returns {string | undefined} undefined where the version will do
 */
export function problemOfNode(version, range) {
  const numbersOf = (text) => text.replace(">=", "").split(".").map(Number);
  const [[major, minor], [leastMajor, leastMinor]] = [numbersOf(version), numbersOf(range)];
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `neurofront needs Node ${leastMajor}.${leastMinor} or newer, and this is Node ${version}; install a newer one from https://nodejs.org`;
}
