import type { LoggerService, RootConfigService } from '@portico/backend-framework';
import type { ConfigReader } from '@portico/config';
import { authErrors, createError } from '@portico/errors';
import type { AuthProvider, SignInResolver } from '@portico/plugin-auth-node';
import type { CollectedProviders } from './collected-providers.ts';

/** A resolver with its settings. */
export interface ConfiguredResolver {
  readonly resolve: SignInResolver;
  /** Whoever the provider knows may come in, whether or not the catalog has such a user. */
  readonly withoutUser: boolean;
  /** Domains of e-mail addresses that count; all without it. */
  readonly allowedDomains: readonly string[] | undefined;
}

/** A provider that the configuration wants. */
export interface ConfiguredProvider {
  readonly id: string;
  readonly provider: AuthProvider;
  readonly resolvers: readonly ConfiguredResolver[];
}

/** What `readProviders` takes. */
export interface ProviderSources {
  readonly config: RootConfigService;
  readonly collected: CollectedProviders;
  readonly logger: LoggerService;
  /** Address of the portal, without a slash at its end. */
  readonly portalUrl: string;
}

/** Settings are below the environment (`auth.environment`, default `development`), or directly in the provider. */
function settingsOf(config: ConfigReader, providerId: string): ConfigReader {
  const environment = config.getOptionalString('auth.environment') ?? 'development';
  const path = `auth.providers.${providerId}`;
  const below = config.getOptional(`${path}.${environment}`);
  return typeof below === 'object' && below !== null ? config.getConfig(`${path}.${environment}`) : config.getConfig(path);
}

function readResolvers(settings: ConfigReader, providerId: string, known: CollectedProviders['resolvers']): ConfiguredResolver[] {
  return (settings.getOptionalConfigArray('signIn.resolvers') ?? []).map(entry => {
    const name = entry.getString('resolver');
    const resolve = known.get(name);
    if (!resolve) throw createError(authErrors.RESOLVER_UNKNOWN, { provider: providerId, known: [...known.keys()].join(', '), received: name });
    return {
      resolve,
      withoutUser: entry.getOptionalBoolean('dangerouslyAllowSignInWithoutUserInCatalog') ?? false,
      allowedDomains: entry.getOptionalStringArray('allowedDomains')?.map(domain => domain.toLowerCase()),
    };
  });
}

/**
 * The providers of `auth.providers` that modules have brought; the others are named in the log.
 *
 * @throws the faults of their settings
 */
export function readProviders({ config, collected, logger, portalUrl }: ProviderSources): ReadonlyMap<string, ConfiguredProvider> {
  const wanted = config.keys('auth.providers').filter(id => id !== 'guest');
  const unknown = wanted.filter(id => !collected.providers.has(id));
  if (unknown.length > 0) logger.warn(`Sign-in providers that no module brings are left out: ${unknown.join(', ')}`);
  const found = new Map<string, ConfiguredProvider>();
  for (const id of wanted) {
    const declaration = collected.providers.get(id);
    if (!declaration) continue;
    const settings = settingsOf(config, id);
    const resolvers = readResolvers(settings, id, collected.resolvers);
    if (resolvers.length === 0) logger.warn(`auth.providers.${id} names no signIn.resolvers: nobody can sign in by it`);
    const callbackUrl = `${portalUrl}/api/auth/${encodeURIComponent(id)}/handler/frame`;
    found.set(id, { id, resolvers, provider: declaration.create({ config: settings, logger, callbackUrl }) });
  }
  return found;
}
