import { Script } from "node:vm";
import { expect, it } from "vitest";
import { pageScript } from "../src/page-script.ts";

it("is one plain script: nothing imported, no name twice, no type left", () => {
  const text = pageScript();
  expect(() => new Script(text)).not.toThrow();
  expect(text.match(/^(?:import|export)\b.*/gmu)).toBeNull();
  expect(text).toContain("function startBrush(press");
});

it("talks to no one", () => {
  expect(pageScript().match(/\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import)\b\s*\(/gu)).toBeNull();
});

it("says nothing at the terminal", () => {
  const warned: unknown[] = [];
  const listen = (warning: unknown): unknown => warned.push(warning);
  process.on("warning", listen);
  pageScript();
  process.off("warning", listen);
  expect(warned).toEqual([]);
});
