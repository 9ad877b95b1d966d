import { createError, messageOf, wiringErrors } from '@portico/errors';

/** One answer to a question for a service record. */
export interface ServiceRecord {
  readonly name: string;
  readonly port: number;
  readonly priority: number;
}

/** Asks the domain name system for the places of a service. */
export type ResolveService = (name: string) => Promise<readonly ServiceRecord[]>;

const scheme = /^(https?)\+srv:\/\/([^/]+)(.*)$/;

/** Asks the resolver of the machine. */
export async function resolveService(name: string): Promise<readonly ServiceRecord[]> {
  const { resolveSrv } = await import('node:dns/promises');
  return resolveSrv(name);
}

/** Turns `http+srv://<service>/path` into the address that the service has at this moment; leaves others as they are. */
export async function resolveAddress(url: string, resolve: ResolveService): Promise<string> {
  const [, protocol, service = '', path = ''] = scheme.exec(url) ?? [];
  if (protocol === undefined) return url;
  const records = await resolve(service).catch((cause: unknown) => {
    throw createError(wiringErrors.SERVICE_RECORD_MISSING, { service, reason: messageOf(cause) }, { cause });
  });
  const [best] = records.toSorted((left, right) => left.priority - right.priority);
  if (!best) throw createError(wiringErrors.SERVICE_RECORD_MISSING, { service, reason: 'no record' });
  return `${protocol}://${best.name}:${best.port}${path}`;
}
