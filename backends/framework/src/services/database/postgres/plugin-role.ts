import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';

/** A role by which a plugin signs in to PostgreSQL. */
export interface PluginRole {
  readonly user: string;
  readonly password: string;
}

const iterations = 4_096;

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/**
 * The role of a plugin: named like its database or schema, with a password that follows from the portal's own, so that all
 * replicas know it and none has to store it.
 */
export function pluginRole(name: string, portalPassword: string): PluginRole {
  return { user: name, password: hmac(portalPassword, `plugin role ${name}`).toString('base64url') };
}

/** What PostgreSQL keeps in place of a password (SCRAM-SHA-256), so that the password itself is in no log of statements. */
export function passwordVerifier({ user, password }: PluginRole): string {
  const salt = hmac(password, `salt ${user}`).subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${hmac(salted, 'Server Key').toString('base64')}`;
}
