/** What the app team has put in the place of the sign and the title of Portico. */
export interface Brand {
  /** Address of a picture. */
  readonly logo?: string;
  /** Text beside it, instead of the portal's title; empty for none. */
  readonly text?: string;
}

type Config = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Config => typeof value === 'object' && value !== null;

/** `app.branding`. */
export function brandingOf(config: Config): Config {
  const { branding } = (config['app'] ?? {}) as { branding?: unknown };
  return isObject(branding) ? branding : {};
}

/** The logo of the configuration: `app.branding.logo`, an address or `{ url, text }`. */
export function brandOf(config: Config): Brand | undefined {
  const { logo } = brandingOf(config);
  if (typeof logo === 'string') return { logo };
  if (!isObject(logo)) return undefined;
  const { url, text } = logo;
  return { ...(typeof url === 'string' ? { logo: url } : {}), ...(typeof text === 'string' ? { text } : {}) };
}
