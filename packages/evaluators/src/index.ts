export { threadEvaluator } from "./threads/thread-evaluator.ts";
export { threadServer } from "./threads/thread-server.ts";
export type { SearchServer } from "./threads/search-server.ts";
export type { ThreadResult, ThreadTask } from "./threads/thread-server.ts";
export { queueEvaluator } from "./queue/queue-evaluator.ts";
export { serveQueue } from "./queue/queue-worker.ts";
