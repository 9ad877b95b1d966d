import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

/** What a provider needs to renew a session, or to end it. */
export interface Renewal {
  readonly providerId: string;
  readonly renewal: string;
  /** True where the provider can be asked for a renewal. */
  readonly renews: boolean;
}

/** A session and the secret that its browser holds. */
export interface SessionSecret {
  readonly sessionId: string;
  readonly secret: string;
}

/** Keeps what providers gave for the life of a session. */
export interface RenewalStore {
  /** Also after a claim, which then holds on for 30 s: visits with the token of before come too late to renew once more. */
  save(of: SessionSecret, renewal: Renewal, expiresAtMs: number): Promise<void>;
  read(of: SessionSecret): Promise<Renewal | undefined>;
  /** True for one asker at a time, over all replicas: a provider may take the use of an old token for theft. */
  claim(sessionId: string): Promise<boolean>;
  release(sessionId: string): Promise<void>;
  remove(sessionId: string): Promise<void>;
}

interface Row {
  readonly session_id: string;
  readonly sealed: string;
  readonly claimed_until_ms: number | string;
  readonly expires_at_ms: number | string;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const claimMs = 30_000;

const keyOf = (secret: string) => createHash('sha256').update(`portico renewal ${secret}`).digest();

function seal(renewal: Renewal, { sessionId, secret }: SessionSecret): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(secret), nonce).setAAD(Buffer.from(sessionId));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(renewal)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

function unseal(text: string, { sessionId, secret }: SessionSecret): Renewal | undefined {
  try {
    const bytes = Buffer.from(text, 'base64');
    const opened = createDecipheriv(algorithm, keyOf(secret), bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(sessionId))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const parts = [opened.update(bytes.subarray(nonceBytes + tagBytes)), opened.final()];
    return JSON.parse(Buffer.concat(parts).toString()) as Renewal;
  } catch {
    return undefined;
  }
}

/** In the plugin's own database, encrypted with a secret that only the browser of the session holds. */
export function createRenewalStore(knex: Knex, now: () => number = Date.now): RenewalStore {
  const table = () => knex<Row>('renewals');
  return {
    async save(of, renewal, expiresAtMs) {
      const values = { sealed: seal(renewal, of), expires_at_ms: expiresAtMs };
      const claimed = { ...values, claimed_until_ms: now() + claimMs };
      if ((await table().where({ session_id: of.sessionId }).update(claimed)) > 0) return;
      await table().where('expires_at_ms', '<', now()).delete();
      await table().insert({ ...values, session_id: of.sessionId, claimed_until_ms: 0 });
    },
    async read(of) {
      const row = await table().where({ session_id: of.sessionId }).first();
      return row && unseal(row.sealed, of);
    },
    async claim(sessionId) {
      const free = table().where({ session_id: sessionId }).where('claimed_until_ms', '<', now());
      return (await free.update({ claimed_until_ms: now() + claimMs })) === 1;
    },
    async release(sessionId) {
      await table().where({ session_id: sessionId }).update({ claimed_until_ms: 0 });
    },
    async remove(sessionId) {
      await table().where({ session_id: sessionId }).delete();
    },
  };
}
