import type { CorsOptions } from 'cors';
import type { RequestHandler } from 'express';
import type { ConfigReader } from '@portico/config';

type CorsSettings = Omit<CorsOptions, 'origin'> & { readonly origin?: boolean | string | readonly string[] };

/** `*` stands for anything but a slash: `https://*.example.com`. */
function matcherOf(origin: string): (value: string) => boolean {
  const parts = origin.split('*').map(part => part.replace(/[\\^$.+?()[\]{}|/-]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('[^/]*')}$`);
  return value => pattern.test(value);
}

/**
 * Lets pages of other origins read answers, as `backend.cors` says with the keys of Backstage. Without the key, without
 * origins or with `false` nobody may: undefined.
 */
export async function createCors(config: ConfigReader): Promise<RequestHandler | undefined> {
  const { origin, ...options } = ((config.getOptional('backend.cors') || {}) as CorsSettings);
  if (origin === undefined || origin === false) return undefined;
  const { default: cors } = await import('cors');
  if (origin === true) return cors({ ...options, origin: true });
  const matchers = [origin].flat().map(matcherOf);
  return cors({
    ...options,
    origin: (asking, answer) => answer(null, asking !== undefined && matchers.some(matches => matches(asking))),
  });
}
