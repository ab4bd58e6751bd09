import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { mayDoWithout } from "../../../../test/installed-tool.ts";

/** True where the Redis server is missing and may be. */
export const withoutRedis: boolean = mayDoWithout("redis-server");

/** A server on the loopback that keeps what it is told in a file of a folder. */
export interface RedisServer {
  readonly port: number;
  start(): Promise<void>;
  /** As when the power fails: at once. */
  kill(): Promise<void>;
}

/** A server that is not started yet, on a port that is free. */
export async function redisServer(folder: string): Promise<RedisServer> {
  const port = await freePort();
  let server: ChildProcess | undefined;
  return {
    port,
    async start() {
      const options = ["--port", port, "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "yes"];
      server = spawn("redis-server", options.map(String), { stdio: "ignore" });
      while (!(await isAnswering(port))) await delay(50);
    },
    async kill() {
      const gone = once(server!, "exit");
      server!.kill("SIGKILL");
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function isAnswering(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** A way to a port that can be cut. */
export interface Cable {
  readonly port: number;
  /** Every connection ends, and none is made for a while. */
  cut(time_ms: number): Promise<void>;
  close(): void;
}

/** Lay a way to a port. */
export async function cableTo(port: number): Promise<Cable> {
  const ends = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.on("error", () => undefined);
      one.on("close", () => {
        ends.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const destroyAll = (): void => {
    for (const end of ends) end.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    async cut(time_ms) {
      isCut = true;
      destroyAll();
      await delay(time_ms);
      isCut = false;
    },
    close() {
      server.close();
      destroyAll();
    },
  };
}
