/** Processor time in ms of the first solution in a process, before anything is compiled: `node bench/crossbar-first.ts 64`. */
import { solved, squareLoad } from "./square-array.ts";

const load = squareLoad(Number(process.argv[2]));
const before = process.cpuUsage();
solved(load);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1e3);
