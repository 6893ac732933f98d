/** All functions behind one address, at the Functions emulator's paths, with the Tasks emulator's interface beside them. */
import express, { type Express, type Request, type Response } from 'express';
import type { DeployedFunction } from './deployedFunctions.ts';
import { withSecretsOf } from './secretsOf.ts';
import { TaskQueue, type Task } from './TaskQueue.ts';

/** As the Functions emulator has it. */
const BODY_LIMIT = '32mb';

export interface FunctionsAppOptions {
  projectId: string;
  region: string;
  /** Where this app is served: tasks come in by the front door. */
  origin: string;
  /** Asked anew for each request: the functions may be loaded again. */
  functions: () => ReadonlyMap<string, DeployedFunction>;
  reload(): Promise<void>;
}

/** What the Admin SDK sends (firebase-admin 13, functions-api-client-internal.js). */
interface TaskPayload {
  task: {
    name?: string;
    scheduleTime?: string;
    httpRequest: { body: string; headers: Record<string, string> };
  };
}

export function functionsApp(options: FunctionsAppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.enable('trust proxy');
  app.post('/reload', async (_request, response) => {
    await options.reload();
    response.sendStatus(204);
  });
  app.use(`/projects/${options.projectId}/locations/${options.region}/queues`, tasksRouter(options));
  app.use(express.raw({ type: () => true, limit: BODY_LIMIT }));
  // A scheduled function has a number at its end, as the emulator's triggers have.
  const root = `/${options.projectId}/${options.region}/`;
  app.all(`${root}:name{/*path}`, async (request, response) => {
    const found = options.functions().get(request.params.name.replace(/-0$/, ''));
    if (!found) {
      response.status(404).send(`Function ${request.params.name} does not exist.`);
      return;
    }
    // A function sees of the address what stands behind its own name.
    const rest = request.url.slice(root.length + request.params.name.length);
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
    await withSecretsOf(found, () => found.handle(withBody(request), response, () => undefined));
  });
  return app;
}

/** What Google's functions framework gives a handler: the body as it came, and as it reads. */
function withBody(request: Request): Request {
  const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const body: unknown = request.is('json') && rawBody.length > 0 ? JSON.parse(rawBody.toString()) : rawBody;
  return Object.assign(request, { rawBody, body });
}

function tasksRouter({ origin, projectId, region, functions }: FunctionsAppOptions): express.Router {
  const queues = new Map<string, TaskQueue>();
  const queueOf = (name: string): TaskQueue | undefined => {
    const trigger = functions().get(name)?.endpoint.taskQueueTrigger;
    if (!trigger) return undefined;
    const queue = queues.get(name) ?? new TaskQueue(queueConfig(trigger), post);
    queues.set(name, queue);
    return queue;

    async function post(task: Task, retryCount: number): Promise<number> {
      const headers = new Headers(task.headers);
      headers.set('content-type', 'application/json');
      headers.set('x-cloudtasks-queuename', name);
      headers.set('x-cloudtasks-taskname', task.name);
      headers.set('x-cloudtasks-taskretrycount', String(retryCount));
      headers.set('x-cloudtasks-taskexecutioncount', String(retryCount));
      const url = `${origin}/${projectId}/${region}/${name}`;
      const response = await fetch(url, { method: 'POST', headers, body: task.body });
      await response.arrayBuffer();
      return response.status;
    }
  };

  const router = express.Router();
  router.post('/:queue/tasks', express.json(), (request, response: Response) => {
    const queue = queueOf(request.params.queue);
    if (!queue) {
      response.status(404).send('Tried to queue a task from a non-existent queue');
      return;
    }
    const { task } = request.body as TaskPayload;
    const { headers, body } = task.httpRequest;
    const name = task.name?.split('/').at(-1) ?? crypto.randomUUID();
    const dueInMs = task.scheduleTime ? Date.parse(task.scheduleTime) - Date.now() : 0;
    const isNew = queue.enqueue({ name, headers, body: Buffer.from(body, 'base64').toString() }, dueInMs);
    response.status(isNew ? 200 : 409).send(isNew ? { task } : 'A task with the same name already exists');
  });
  router.delete('/:queue/tasks/:name', (request, response) => {
    const isGone = queueOf(request.params.queue)?.delete(request.params.name) ?? false;
    response.status(isGone ? 200 : 404).send({});
  });
  return router;
}

function queueConfig({
  retryConfig,
  rateLimits,
}: NonNullable<DeployedFunction['endpoint']['taskQueueTrigger']>) {
  const number = (value: unknown, fallback: number) => (typeof value === 'number' ? value : fallback);
  return {
    maxConcurrent: number(rateLimits['maxConcurrentDispatches'], 1000),
    maxAttempts: number(retryConfig['maxAttempts'], 3),
    minBackoffSeconds: number(retryConfig['minBackoffSeconds'], 0.1),
    maxBackoffSeconds: number(retryConfig['maxBackoffSeconds'], 3600),
  };
}
