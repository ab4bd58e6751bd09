import { expect, it } from "vitest";
import { refusal } from "../src/request-guard.ts";
import type { Purpose, Visit } from "../src/request-guard.ts";

const door = { port: 4711, token: "the-token", readingKey: "the-key" };
const here = { host: "127.0.0.1:4711" };
const token = { "x-neurofront-token": "the-token" };
const cookie = { cookie: "other=1; neurofront-4711=the-key" };

it.each<[string, Purpose, Visit["headers"], number | undefined]>([
  ["the shell needs no token", "shell", here, undefined],
  ["localhost is this machine too", "shell", { host: "localhost:4711" }, undefined],
  ["a name that was made to lead here (DNS rebinding)", "shell", { host: "evil.example:4711" }, 421],
  ["the right name at another port", "shell", { host: "127.0.0.1:80" }, 421],
  ["no host", "shell", {}, 421],
  ["a host with this one in front", "read", { host: "127.0.0.1:4711.evil.example", ...token }, 421],
  ["reading without anything", "read", here, 401],
  ["reading with the token", "read", { ...here, ...token }, undefined],
  ["reading with the cookie", "read", { ...here, ...cookie }, undefined],
  ["reading with the cookie of another server", "read", { ...here, cookie: "neurofront-80=the-key" }, 401],
  ["reading with the token as a cookie", "read", { ...here, cookie: "neurofront-4711=the-token" }, 401],
  ["reading from a page of another origin", "read", { ...here, ...cookie, origin: "http://evil.example" }, 403],
  ["reading from a page at another port", "read", { ...here, ...cookie, origin: "http://127.0.0.1:80" }, 403],
  ["reading from the page", "read", { ...here, ...cookie, origin: "http://127.0.0.1:4711" }, undefined],
  ["reading from an origin that hides", "read", { ...here, ...token, origin: "null" }, 403],
  ["a link of another site", "read", { ...here, ...cookie, "sec-fetch-site": "cross-site" }, 403],
  ["another port of this machine", "read", { ...here, ...cookie, "sec-fetch-site": "same-site" }, 403],
  ["an address that a person typed", "read", { ...here, ...cookie, "sec-fetch-site": "none" }, undefined],
  ["writing with the token", "write", { ...here, ...token, origin: "http://localhost:4711" }, undefined],
  ["writing with a wrong token", "write", { ...here, "x-neurofront-token": "the-tokem" }, 401],
  ["writing with two tokens", "write", { ...here, "x-neurofront-token": ["the-token", "the-token"] }, 401],
  ["writing with the cookie alone (forged across sites)", "write", { ...here, ...cookie }, 401],
  ["writing from another origin, token or not", "write", { ...here, ...token, origin: "https://127.0.0.1:4711" }, 403],
])("%s", (_case, purpose, headers, status) => {
  expect(refusal({ method: "GET", headers }, purpose, door)?.status).toBe(status);
});
