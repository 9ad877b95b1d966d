/** The values of a path's parameters, by name. Values are plain; they are encoded when the path is made. */
export type RouteParameters<P extends string> = Readonly<Record<P, string>>;

/** Makes the path of a page, ready for a link. */
export type RouteFunction<P extends string> = [P] extends [never] ? () => string : (parameters: RouteParameters<P>) => string;

/** A page of the plugin itself. Known to others as `<plugin id>.<name in the plugin's routes>`. */
export interface RouteRef<P extends string = never> {
  readonly $$type: '@portico/RouteRef';
  /** The full name, where the ref was made with one. Otherwise createPlugin gives it. */
  readonly id?: string;
  readonly params: readonly P[];
}

/** A page below that of a route ref. */
export interface SubRouteRef<P extends string = never> {
  readonly $$type: '@portico/SubRouteRef';
  readonly id?: string;
  readonly parent: RouteRef<string>;
  /** Path below the parent's page: `/:namespace/:kind/:name`. */
  readonly path: string;
  /** The names in the path; only for type inference. */
  readonly params: readonly P[];
}

/** A page of another plugin, whose path this plugin doesn't know. */
export interface ExternalRouteRef<P extends string = never, O extends boolean = boolean> {
  readonly $$type: '@portico/ExternalRouteRef';
  readonly params: readonly P[];
  readonly optional: O;
  /** `<plugin id>.<route name>` that the ref leads to unless `app.routes.bindings` says otherwise. */
  readonly defaultTarget?: string;
}

/** Any of the three kinds. */
export type AnyRouteRef = RouteRef<string> | SubRouteRef<string> | ExternalRouteRef<string>;

/** The parameter names of a path pattern: `/:kind/:name` gives `kind | name`. */
export type PathParameters<Path extends string> = Path extends `${infer Head}/${infer Tail}`
  ? PathParameters<Head> | PathParameters<Tail>
  : Path extends `:${infer Name}`
    ? Name
    : never;

/**
 * Declares a page that can be linked to. Pass it to the page as `routeRef` and name it in the plugin's `routes`.
 *
 * @param options.id - only for a ref that a library package exports: `<plugin id>.<name>`, as the plugin will name it
 * @param options.params - names of parameters in the page's own path
 */
export function createRouteRef<const P extends string = never>(options: { id?: string; params?: readonly P[] } = {}): RouteRef<P> {
  return { $$type: '@portico/RouteRef', params: options.params ?? [], ...(options.id === undefined ? {} : { id: options.id }) };
}

/** Declares a nested route of a page that can be linked to. */
export function createSubRouteRef<const Path extends string, P extends string>(options: {
  id?: string;
  parent: RouteRef<P>;
  path: Path;
}): SubRouteRef<P | PathParameters<Path>> {
  const { id, parent, path } = options;
  const own = [...path.matchAll(/:([A-Za-z0-9_]+)/g)].map(match => match[1] as PathParameters<Path>);
  const params = [...parent.params, ...own];
  return { $$type: '@portico/SubRouteRef', parent: parent as RouteRef<string>, path, params, ...(id === undefined ? {} : { id }) };
}

/**
 * Declares a link to another plugin's page. Name it in the plugin's `externalRoutes`, so that it can be bound by
 * configuration: `app.routes.bindings: { '<plugin id>.<name>': '<other plugin id>.<route name>' }`, or `false` for no link.
 *
 * @param options.optional - without a target, `useRouteRef` then gives undefined; otherwise it throws
 */
export function createExternalRouteRef<const P extends string = never, const O extends boolean = false>(
  options: { params?: readonly P[]; optional?: O; defaultTarget?: string } = {},
): ExternalRouteRef<P, O> {
  const { params = [], optional = false, defaultTarget } = options;
  return {
    $$type: '@portico/ExternalRouteRef',
    params,
    optional: optional as O,
    ...(defaultTarget === undefined ? {} : { defaultTarget }),
  };
}
