import { createError, registryErrors } from '@portico/errors';
import type { Response } from 'express';
import type { EncodedBody } from '../encoding/encoded-body.ts';

const slowMs = 3_000;
const hangMs = 60_000;
const page = Buffer.from('<!doctype html><title>Sign in</title><p>Not the script that was asked for.</p>');

/** A file that is about to be sent. */
export interface ChaosSubject {
  readonly path: string;
  readonly body: EncodedBody;
  readonly isEntry: boolean;
}

async function pause(response: Response, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  response.once('close', resolve);
  await promise;
  clearTimeout(timer);
}

function corrupted({ body }: ChaosSubject): EncodedBody {
  return { tag: `${body.tag}-corrupt`, identity: Buffer.concat([body.identity, Buffer.from('\n/* one line more */')]) };
}

/**
 * What a file becomes under a chaos switch, after as long as the switch says; undefined when it was answered already.
 *
 * @throws REGISTRY_CHAOS_DOWN
 */
export async function disturb(mode: string, subject: ChaosSubject, response: Response): Promise<EncodedBody | undefined> {
  if (mode === 'down') throw createError(registryErrors.CHAOS_DOWN, { path: subject.path });
  if (mode === 'slow') await pause(response, slowMs);
  if (mode === 'hang') {
    await pause(response, hangMs);
    response.destroy();
    return undefined;
  }
  if (mode === 'html' && subject.isEntry) {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    return { tag: 'chaos', identity: page };
  }
  const isCorrupt = (mode === 'corrupt-entry' && subject.isEntry) || (mode === 'corrupt-chunk' && !subject.isEntry);
  return isCorrupt && /\.(m?js|css)$/.test(subject.path) ? corrupted(subject) : subject.body;
}
