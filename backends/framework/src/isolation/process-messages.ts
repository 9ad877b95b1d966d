import type { PluginView } from '../wiring/plugin-view.ts';

/** What the process of a plugin tells the backend that started it, over the IPC channel. */
export type ChildMessage =
  | { readonly type: 'listening'; readonly port: number }
  /** Comes again and again, whatever else there is to tell. */
  | { readonly type: 'alive' }
  | { readonly type: 'paths'; readonly paths: readonly string[]; readonly page: boolean }
  | { readonly type: 'view'; readonly view: PluginView }
  | { readonly type: 'event'; readonly topic: string; readonly payload: unknown };

/** What the backend tells the process of a plugin. */
export interface ParentMessage {
  readonly type: 'event';
  readonly topic: string;
  readonly payload: unknown;
}

const childTypes = new Set(['listening', 'alive', 'paths', 'view', 'event']);

/** True for a message that follows this agreement; a plugin may send others over the same channel. */
export function isChildMessage(message: unknown): message is ChildMessage {
  return typeof message === 'object' && message !== null && 'type' in message && childTypes.has(String(message.type));
}

/** True for a message from the backend. */
export function isParentMessage(message: unknown): message is ParentMessage {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'event';
}
