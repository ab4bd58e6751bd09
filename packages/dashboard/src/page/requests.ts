const STORED = "neurofront-token";

/**
 * Take the token from the address, keep it for this tab, and let the browser read by links.
 *
 * @returns why nothing can be shown; undefined when all is well
 */
export async function enter(): Promise<string | undefined> {
  const given = /^#token=(?<token>[\w-]+)$/u.exec(location.hash)?.groups?.["token"];
  if (given !== undefined) {
    sessionStorage.setItem(STORED, given);
    history.replaceState(null, "", "/");
  }
  try {
    await post("/api/session", {});
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * Read something of the server.
 *
 * @throws Error with the server's sentence
 */
export async function get<Value>(path: string): Promise<Value> {
  return valueOf<Value>(await fetch(path, { cache: "no-store", headers: tokenHeader() }));
}

/**
 * Read something of the server that comes line by line.
 *
 * @param take called with each value as soon as it is there
 * @throws Error with the server's sentence
 */
export async function getLines(path: string, take: (value: unknown) => void): Promise<void> {
  const answer = await fetch(path, { cache: "no-store", headers: tokenHeader() });
  if (!answer.ok || answer.body === null) {
    await valueOf(answer);
    return;
  }
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = `${text}${part.value}`.split("\n");
    text = lines.pop()!;
    for (const line of lines) {
      const value = JSON.parse(line) as { readonly problem?: string };
      if (value.problem !== undefined) throw new Error(value.problem);
      take(value);
    }
  }
}

/**
 * Ask the server for something, or to change something.
 *
 * @throws Error with the server's sentence
 */
export async function post<Value>(path: string, body: Readonly<Record<string, unknown>>): Promise<Value> {
  const headers = { ...tokenHeader(), "content-type": "application/json" };
  return valueOf<Value>(await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** An address with a query. */
export function address(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(query).toString()}`;
}

/**
 * Read an address again and again, and show what has changed. What cannot be read is shown too, and asked for again.
 *
 * @returns how to end it
 */
export function follow(
  path: string,
  interval_ms: number,
  show: (value: unknown) => void,
  fail: (problem: string) => void,
): () => void {
  let tag = "";
  let isOver = false;
  const look = async (): Promise<void> => {
    if (isOver) return;
    try {
      if (!document.hidden || tag === "") {
        const answer = await fetch(path, { cache: "no-store", headers: { ...tokenHeader(), "if-none-match": tag } });
        if (answer.status !== 304) {
          const value = await valueOf<unknown>(answer);
          tag = answer.headers.get("etag") ?? "";
          if (!isOver) show(value);
        }
      }
    } catch (error) {
      tag = "";
      if (!isOver) fail((error as Error).message);
    }
    if (!isOver) setTimeout(() => void look(), interval_ms);
  };
  void look();
  return () => {
    isOver = true;
  };
}

function tokenHeader(): Record<string, string> {
  return { "x-neurofront-token": sessionStorage.getItem(STORED) ?? "" };
}

async function valueOf<Value>(answer: Response): Promise<Value> {
  const value = (await answer.json()) as Value & { readonly problem?: string };
  if (!answer.ok) throw new Error(value.problem ?? answer.statusText);
  return value;
}
