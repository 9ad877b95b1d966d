import type { PluginExtension, PluginRoute } from '@portico/contracts';
import type { KnownRemote } from '../discovery/parse-snapshot.ts';

/** What `app.extensions` says about one extension. */
interface Setting {
  readonly disabled?: boolean;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly if?: PluginExtension['if'];
  readonly attachTo?: { readonly id?: string };
}

type Settings = ReadonlyMap<string, Setting & { readonly order?: number }>;
type Config = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Config => typeof value === 'object' && value !== null;

/** Extensions that are listed come first, in the order of the list; an order of their own says otherwise. */
const firstOrder = -1_000_000;

function settingsOf(config: Config): Settings {
  const { extensions } = (config['app'] ?? {}) as { extensions?: unknown };
  const settings = new Map<string, Setting & { order?: number }>();
  for (const item of Array.isArray(extensions) ? (extensions as unknown[]) : []) {
    const [id, value] = typeof item === 'string' ? [item, true] : isObject(item) ? (Object.entries(item)[0] ?? []) : [];
    if (id === undefined) continue;
    const setting = isObject(value) ? (value as Setting) : { disabled: value === false };
    settings.set(id, { order: firstOrder + settings.size, ...settings.get(id), ...setting });
  }
  return settings;
}

function configured(extension: PluginExtension, setting: (Setting & { readonly order?: number }) | undefined): PluginExtension {
  if (!setting) return extension;
  const { order, config, attachTo } = setting;
  return {
    ...extension,
    ...(setting.if === undefined ? {} : { if: setting.if }),
    ...(attachTo?.id ? { point: attachTo.id } : {}),
    config: { ...extension.config, order, ...config },
  };
}

function configuredRoute(route: PluginRoute, config: Config | undefined): PluginRoute {
  const { path, title } = config ?? {};
  return {
    ...route,
    ...(typeof path === 'string' && path.startsWith('/') ? { path } : {}),
    ...(typeof title === 'string' ? { title } : {}),
  };
}

function withSettings(remote: KnownRemote, settings: Settings): KnownRemote {
  const settingOf = (id: string) => settings.get(`${remote.id}/${id}`) ?? settings.get(id);
  const isOn = (id: string) => !settingOf(id)?.disabled;
  if (![...remote.routes.map(({ extension }) => extension), ...remote.extensions.map(({ id }) => id)].some(settingOf)) return remote;
  const routes = remote.routes.filter(({ extension }) => isOn(extension));
  const moved = new Map(remote.routes.map(route => [route.path, configuredRoute(route, settingOf(route.extension)?.config)]));
  const gone = new Set(remote.routes.filter(({ extension }) => !isOn(extension)).map(({ path }) => path));
  return {
    ...remote,
    routes: routes.map(route => moved.get(route.path) ?? route),
    navigation: remote.navigation
      .filter(({ path }) => !gone.has(path))
      .map(entry => {
        const page = moved.get(entry.path);
        const renamed = settingOf(remote.routes.find(({ path }) => path === entry.path)?.extension ?? '')?.config?.['title'];
        return { ...entry, path: page?.path ?? entry.path, ...(typeof renamed === 'string' ? { title: renamed } : {}) };
      }),
    extensions: remote.extensions.filter(({ id }) => isOn(id)).map(extension => configured(extension, settingOf(extension.id))),
  };
}

/**
 * What the app team says in `app.extensions` about what remotes bring: a list of ids (on), `{ id: false }` (off) or
 * `{ id: { disabled, config, if, attachTo } }`. An id is that of the extension, or `<plugin>/<id>` where two plugins have
 * it. Of a page, `path` and `title` can be configured. A remote that nothing is said about stays the same object.
 */
export function configureExtensions(remotes: readonly KnownRemote[], config: Config): readonly KnownRemote[] {
  const settings = settingsOf(config);
  return settings.size === 0 ? remotes : remotes.map(remote => withSettings(remote, settings));
}
