import type { Workspace } from '../repository/workspaces.ts';

/** Which packages a room may depend on, and the door to knock at instead when it may not. */
export interface DirectionRule {
  /** Matches the room's folder. */
  readonly room: RegExp;
  /** Match the names of workspace packages that its `dependencies` may hold. */
  readonly may: readonly RegExp[];
  /** Tells the reader where the code that is wanted belongs. */
  readonly door: string;
}

const only = (...names: string[]): readonly RegExp[] => names.map(name => new RegExp(`^@portico/${name}$`));

const common = 'plugin-[a-z-]+-common';
const react = 'plugin-[a-z-]+-react';
const node = 'plugin-[a-z-]+-node';

/** First match wins. The order runs from the exception to the general room. */
export const directionRules: readonly DirectionRule[] = [
  { room: /^shared\/(errors|shared-modules)$/, may: [], door: 'These two packages stand at the bottom: pass what they need as an argument.' },
  { room: /^shared\/(contracts|config)$/, may: only('errors'), door: 'Wire shapes and configuration know errors only: put a rule about remotes into remote-checks, a type of one plugin into its -common package.' },
  { room: /^shared\/ui$/, may: only('errors'), door: 'Core components know no plugin and no plugin API: take data and callbacks as props.' },
  { room: /^shared\/plugin-api$/, may: only('contracts', 'errors'), door: 'The plugin API declares interfaces: the shell implements them, so move the code to shell/src/apis.' },
  { room: /^shared\/remote-checks$/, may: only('shared-modules', 'contracts', 'errors'), door: 'A check gets its input as data: read files in webpack/ or in the registry.' },
  { room: /^shared\/[a-z-]+-common$/, may: only('errors', 'contracts'), door: 'A common library is isomorphic: browser code belongs to the -react package, server code to the -node package.' },
  { room: /^shared\/[a-z-]+-react$/, may: only('plugin-api', 'ui', common), door: 'A web library sees the plugin API, components and common libraries: pages belong to the remote.' },
  { room: /^(shared|backends)\/[a-z-]+-node$/, may: only('backend-framework', common), door: 'A node library holds extension points: logic belongs to the backend plugin.' },
  { room: /^shared\/test-servers$/, may: only('errors'), door: 'This package starts servers and knows nothing of the portal: what knows the framework belongs to the test kit.' },
  { room: /^shared\/test-kit$/, may: only('[a-z-]+'), door: 'The test kit may use any library package, but no plugin, no shell and no portal.' },
  { room: /^shell$/, may: only('plugin-api', 'ui', 'config', 'contracts', 'errors', 'shared-modules'), door: 'The shell knows no plugin: what it needs of one comes as data in the registry snapshot.' },
  { room: /^remotes\//, may: only('plugin-api', 'ui', 'contracts', 'errors', common, react), door: 'Remotes meet through -react and -common packages, extension points and route refs, never by importing each other, the shell or a backend.' },
  { room: /^backends\/framework$/, may: only('config', 'contracts', 'errors'), door: 'The framework has no function of its own: what one plugin needs belongs to that plugin.' },
  { room: /^backends\/portal$/, may: only('backend-framework', 'plugin-[a-z-]+-backend(-module-[a-z-]+)?'), door: 'The portal wires plugins together and holds no logic: move it into a plugin or the framework.' },
  { room: /^backends\/registry$/, may: only('backend-framework', 'config', 'contracts', 'errors', 'remote-checks', 'shared-modules', node, common), door: 'Backends talk to each other over the wire: use the discovery service and an HTTP call.' },
  { room: /^backends\//, may: only('backend-framework', 'config', 'contracts', 'errors', node, common), door: 'Backends talk to each other over the wire: use the discovery service and an HTTP call.' },
  { room: /^webpack\//, may: only('preset', 'manifest', 'shared-modules', 'remote-checks', 'contracts', 'errors', 'config'), door: 'Build tools know what two rooms agree on, never a plugin, the shell or a backend: read their files instead.' },
  { room: /^nginx$/, may: [], door: 'The front door is configuration: what it serves is assembled by webpack/cli, and what it says is checked against the catalogue by e2e/architecture.' },
  { room: /^e2e$/, may: only('[a-z-]+'), door: 'Journeys and checks may use any library package; the portal itself is reached through the browser or HTTP.' },
];

const developmentPackages = ['@portico/test-kit', '@portico/test-servers', '@portico/preset'];
const libraryRoles = ['common-library', 'web-library', 'node-library'];

/** One dependency that runs the wrong way. */
export interface Violation {
  readonly from: string;
  readonly to: string;
  readonly message: string;
}

function verdict(from: Workspace, to: Workspace, rule: DirectionRule | undefined): string | undefined {
  if (!rule) return `No direction is declared for ${from.folder}. Add its room to e2e/architecture/rules/directions.ts.`;
  const wide = rule.room.test('e2e') || rule.room.test('shared/test-kit');
  const allowed = rule.may.some(pattern => pattern.test(to.name)) && (!wide || libraryRoles.includes(to.role ?? ''));
  return allowed ? undefined : `${from.folder} may not depend on ${to.name}. ${rule.door}`;
}

/** Every dependency between workspaces that the rules don't allow. `devDependencies` may add the test kit, the test servers, the preset and nothing else. */
export function findViolations(all: readonly Workspace[]): readonly Violation[] {
  const byName = new Map(all.map(workspace => [workspace.name, workspace]));
  return all.flatMap(from => {
    const rule = directionRules.find(candidate => candidate.room.test(from.folder));
    const runtime = from.dependencies.flatMap(name => {
      const to = byName.get(name);
      const message = to && verdict(from, to, rule);
      return to && message ? [{ from: from.folder, to: to.name, message }] : [];
    });
    const tools = from.devDependencies.flatMap(name => {
      const to = byName.get(name);
      if (!to || developmentPackages.includes(to.name)) return [];
      const message = `${from.folder} may not have ${to.name} as a development dependency. Only the test kit, the test servers and the preset are for development; ${rule?.door ?? ''}`;
      return [{ from: from.folder, to: to.name, message }];
    });
    return [...runtime, ...tools];
  });
}
