import { resolve } from "node:path";
import { expect, it } from "vitest";
import { cacheFolder } from "../../src/cache/cache-folder.ts";

it.each<[string, Parameters<typeof cacheFolder>[0], Record<string, string>, string | undefined]>([
  ["the person's cache folder", {}, {}, "/ada/.cache/neurofront"],
  ["that of XDG_CACHE_HOME", {}, { XDG_CACHE_HOME: "/var/cache/ada" }, "/var/cache/ada/neurofront"],
  ["the person's where XDG_CACHE_HOME is not absolute", {}, { XDG_CACHE_HOME: "cache" }, "/ada/.cache/neurofront"],
  ["the person's where XDG_CACHE_HOME is empty", {}, { XDG_CACHE_HOME: "" }, "/ada/.cache/neurofront"],
  [
    "that of NEUROFRONT_CACHE itself",
    {},
    { NEUROFRONT_CACHE: "/scratch/c", XDG_CACHE_HOME: "/var/cache" },
    "/scratch/c",
  ],
  ["the person's where NEUROFRONT_CACHE is empty", {}, { NEUROFRONT_CACHE: "" }, "/ada/.cache/neurofront"],
  ["none where NEUROFRONT_CACHE says so", {}, { NEUROFRONT_CACHE: "none" }, undefined],
  ["that of --cache before all", { cache: "here" }, { NEUROFRONT_CACHE: "none" }, resolve("here")],
  ["none with --no-cache", { cache: false }, { NEUROFRONT_CACHE: "/scratch/c" }, undefined],
])("the folder is %s", (_what, options, environment, expected) => {
  expect(cacheFolder(options, environment, () => "/ada")).toBe(expected);
});
