import { expect, it } from "vitest";
import { connectQueue } from "../../src/queue/connection.ts";

it.each([
  ["no address", "localhost", "the queue is no address; write redis://host:6379"],
  ["another protocol", "http://user:secret@localhost", 'the queue has the protocol "http:"'],
  [
    "nobody there",
    "redis://user:secret@127.0.0.1:1/0",
    /^nobody answers at redis:\/\/127\.0\.0\.1:1\/0 \(.*ECONNREFUSED/u,
  ],
])("%s is said, and no password", async (_what, address, message) => {
  const error = await connectQueue(address).then(
    () => expect.unreachable(),
    (reason: unknown) => reason as Error,
  );
  expect(error.message).toMatch(message);
  expect(error.message).not.toContain("secret");
  expect(error.name).toBe("QueueError");
});
