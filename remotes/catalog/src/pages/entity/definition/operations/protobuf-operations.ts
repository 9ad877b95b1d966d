import type { Operation } from './operation.ts';

const piece =
  /\bservice\s+(\w+)|((?:^[ \t]*\/\/[^\n]*\n)*)^[ \t]*rpc\s+(\w+)\s*\(\s*(stream\s+)?([\w.]+)\s*\)\s*returns\s*\(\s*(stream\s+)?([\w.]+)\s*\)/gm;

/** The methods of the services in a Protocol Buffers file, with the comment above each, or with what it takes and gives. */
export function protobufOperations(definition: string): readonly Operation[] {
  const operations: Operation[] = [];
  let service = '';
  for (const [, opened, comment = '', method, asks = '', request, answers = '', response] of definition.matchAll(piece)) {
    if (opened !== undefined) service = opened;
    if (method === undefined) continue;
    const words = comment.replaceAll(/^[ \t]*\/\/[ \t]?/gm, '').trim().replaceAll('\n', ' ');
    operations.push({
      verb: asks || answers ? 'STREAM' : 'RPC',
      name: `${service === '' ? '' : `${service}.`}${method}`,
      summary: words || `${asks}${request} → ${answers}${response}`,
      deprecated: false,
    });
  }
  return operations;
}
