import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CryptoKey, JWK } from 'jose';

/** `typ` of a token by which one plugin calls another. */
export const pluginTokenType = 'vnd.portico.plugin';

const algorithm = 'ES256';
const lifetime = '5 minutes';
const ownerOnly = 0o600;

/** Issues and checks the tokens by which plugins of one installation call each other. */
export interface PluginTokens {
  issue(fromPluginId: string, toPluginId: string): Promise<string>;
  /** The calling plugin's id. Rejects for anything that is not a valid token for `toPluginId`. */
  verify(token: string, toPluginId: string): Promise<string>;
}

interface KeyPair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

async function importPair(text: string): Promise<KeyPair> {
  const { importJWK } = await import('jose');
  const { d: _private, ...publicJwk } = JSON.parse(text) as JWK;
  const [privateKey, publicKey] = await Promise.all([
    importJWK(JSON.parse(text) as JWK, algorithm),
    importJWK(publicJwk, algorithm),
  ]);
  return { privateKey: privateKey as CryptoKey, publicKey: publicKey as CryptoKey };
}

async function loadOrMake(directory: string): Promise<KeyPair> {
  const path = join(directory, 'plugin-tokens.jwk.json');
  const known = await readFile(path, 'utf8').catch(() => undefined);
  if (known) return importPair(known);
  const { exportJWK, generateKeyPair } = await import('jose');
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const text = JSON.stringify(await exportJWK(privateKey));
  const file = await open(path, 'wx', ownerOnly);
  await file.writeFile(text).finally(() => file.close());
  return importPair(text);
}

/** The key is made on first use and kept in `<dataDirectory>/keys`, readable for the owner only. */
export function createPluginTokens(dataDirectory: string): PluginTokens {
  let pair: Promise<KeyPair> | undefined;
  const keys = () => (pair ??= loadOrMake(join(dataDirectory, 'keys')));
  return {
    async issue(fromPluginId, toPluginId) {
      const { SignJWT } = await import('jose');
      const { privateKey } = await keys();
      return new SignJWT()
        .setProtectedHeader({ alg: algorithm, typ: pluginTokenType })
        .setSubject(fromPluginId)
        .setAudience(toPluginId)
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(privateKey);
    },
    async verify(token, toPluginId) {
      const { jwtVerify } = await import('jose');
      const { publicKey } = await keys();
      const { payload } = await jwtVerify(token, publicKey, {
        algorithms: [algorithm],
        typ: pluginTokenType,
        audience: toPluginId,
        requiredClaims: ['sub', 'exp'],
      });
      return String(payload.sub);
    },
  };
}
