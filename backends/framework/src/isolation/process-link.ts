import type { EventHub } from '../services/events/event-hub.ts';
import type { RouteTable } from '../http/route-table.ts';
import type { PluginRunner } from '../wiring/plugin-view.ts';
import { isParentMessage } from './process-messages.ts';
import type { ChildMessage } from './process-messages.ts';

/** What `linkToParent` takes. */
export interface ProcessLinkOptions {
  readonly process: NodeJS.Process;
  readonly port: number;
  readonly runner: PluginRunner;
  readonly routes: RouteTable;
  readonly hub: EventHub;
}

const everyMs = 500;

/** Tells the backend that started this process where the plugin listens, how it is and what it publishes. */
export function linkToParent({ process, port, runner, routes, hub }: ProcessLinkOptions): () => void {
  const told = new Map<string, string>();

  /** Tells what has changed since it was last told. */
  function tell(message: ChildMessage): void {
    const text = JSON.stringify(message);
    if (told.get(message.type) === text || !process.connected) return;
    told.set(message.type, text);
    process.send?.(message);
  }
  function tellState(): void {
    tell({ type: 'paths', paths: routes.rootPaths(), page: routes.fallback !== undefined });
    tell({ type: 'view', view: runner.view() });
  }

  const onMessage = (message: unknown) => {
    if (isParentMessage(message)) hub.deliver(message.topic, message.payload);
  };
  process.on('message', onMessage);
  const endForward = hub.forward((topic, payload) => {
    if (process.connected) process.send?.({ type: 'event', topic, payload } satisfies ChildMessage);
  });
  tell({ type: 'listening', port });
  const timer = setInterval(() => {
    tellState();
    if (process.connected) process.send?.({ type: 'alive' } satisfies ChildMessage);
  }, everyMs).unref();
  const endWaiting = routes.onChange(tellState);
  return () => {
    clearInterval(timer);
    endWaiting();
    endForward();
    process.off('message', onMessage);
  };
}
