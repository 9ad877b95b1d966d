import { defineErrors } from '../define-errors.ts';

/** Faults of backend wiring, core services and requests. */
export const frameworkErrors = /* @__PURE__ */ defineErrors('framework', {
  INTERNAL: [
    'InternalError',
    'An unexpected fault kept request {requestId} from being answered',
    'Try again; if it stays, give the operators the request id {requestId}: their log holds the cause',
  ],
  REQUEST_INVALID: [
    'InputError',
    'Expected a well-formed request, got one whose {part} cannot be read',
    'Check the encoding of the address and of the body, and that the body is what its Content-Type says',
  ],
  BODY_AMBIGUOUS: [
    'InputError',
    'Expected JSON that every reader takes for the same, got {reason}',
    'Send UTF-8 without a byte order mark, each key of an object once, at most 100 levels deep',
  ],
  BODY_TOO_LARGE: [
    'PayloadTooLargeError',
    'Expected a body of at most {limit} bytes, got {received}',
    'Send less at once, or ask the operators to raise the limit of this route',
  ],
  HEADERS_TOO_LARGE: [
    'RequestHeadersTooLargeError',
    'Expected headers of at most {limit} bytes together, got more',
    'Send fewer or shorter headers; in a browser, delete the cookies of this site',
  ],
  REQUEST_TOO_SLOW: [
    'RequestTimeoutError',
    'Expected a whole request in time, got one that did not end',
    'Send the request at once; operators can raise backend.server.headersTimeout and requestTimeout',
  ],
  TOO_MANY_REQUESTS: [
    'TooManyRequestsError',
    'Expected at most {limit} requests in {windowMs} ms from one address, got more',
    'Wait {seconds} s, then go on more slowly',
  ],
  NOT_FOUND: ['NotFoundError', 'Expected a known path, got {method} {path}', 'Check the path and the method'],
  METHOD_NOT_ALLOWED: [
    'MethodNotAllowedError',
    'Expected GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS, got {method}',
    'Use a method that the path supports',
  ],
  UNAUTHENTICATED: [
    'AuthenticationError',
    'Expected a signed-in user or a valid token, got neither',
    'Sign in, or send a valid token as "Authorization: Bearer <token>"',
  ],
  PRINCIPAL_NOT_ALLOWED: [
    'NotAllowedError',
    'Expected a principal of type {expected}, got {received}',
    'Call this path as {expected}',
  ],
  CROSS_SITE_REFUSED: [
    'NotAllowedError',
    'Expected a {method} request made by the portal itself, got one made by another site',
    'Send a token in the Authorization header instead of the session cookie',
  ],
  KEYS_UNAVAILABLE: [
    'ServiceUnavailableError',
    'Expected {owner} to give the public keys of its tokens, got {received}',
    'Try again; if it stays, look at the state of {owner}, for a plugin in /readyz',
  ],
  TOKEN_RESTRICTED: [
    'NotAllowedError',
    'Expected a token that is good for the plugin {plugin}, got one that is restricted to others',
    'Add an entry with plugin: {plugin} to the accessRestrictions of this token in backend.auth.externalAccess, or use another token',
  ],
  BEHALF_UNPROVEN: [
    'NotAllowedError',
    'Expected the credentials of a user to ask another plugin in the name of, got {received}',
    'Pass on the very object that httpAuth.credentials gave; leave onBehalfOf out to ask in the name of the plugin',
  ],
  ALGORITHM_REFUSED: [
    'InputError',
    'Expected backend.auth.externalAccess to name algorithms of public keys ({expected}), got {received}',
    'Name the algorithm by which the issuer signs; shared secrets and "none" are never accepted',
  ],
  PERMISSIONS_UNAVAILABLE: [
    'ServiceUnavailableError',
    'Expected the permission plugin to decide, got {received}',
    'Try again; if it stays, look at the state of the plugin permission in /readyz',
  ],
  PERMISSION_DENIED: [
    'NotAllowedError',
    'Expected the permission {permission}{on}, got an account without it',
    'Ask the app team for a role that has it; roles are given out in permission.assignments',
  ],
  PERMISSION_RULE_UNKNOWN: [
    'InputError',
    'Expected a rule of the resource type {type} (known: {known}), got {rule}',
    'Correct the condition in permission.roles; rules are listed at /.well-known/backstage/permissions/metadata of the plugin',
  ],
  PERMISSION_FOREIGN: [
    'InputError',
    'Expected permissions of the plugin {plugin} to begin with "{plugin}.", got {permission}',
    'Rename the permission: its name says which plugin applies conditions on it',
  ],
  PLUGIN_STARTING: [
    'ServiceUnavailableError',
    'Expected the plugin {plugin} to be ready, got one that is still starting',
    'Try again in a few seconds',
  ],
  PLUGIN_FAILED: [
    'ServiceUnavailableError',
    'Expected the plugin {plugin} to be ready, got one that failed to start',
    'Ask the operators to look at /readyz and the log for the reason',
  ],
  PLUGIN_NOT_HERE: [
    'NotFoundError',
    'Expected a plugin of this process ({known}), got {plugin}',
    'Ask the process that runs the plugin',
  ],
  PORTAL_STARTING: [
    'ServiceUnavailableError',
    'Expected the portal to be ready, got one that is still starting',
    'Try again in a few seconds',
  ],
  ARGUMENT_UNKNOWN: [
    'InputError',
    'Expected --config <file> and nothing else, got {received}',
    'Name configuration files with --config; everything else is set by PORT, PORTICO_DATA_DIR, PORTICO_ENV or APP_CONFIG_...',
  ],
  PORT_INVALID: ['InputError', 'Expected PORT to be a number from 0 to 65535, got {received}', 'Set PORT to a free port'],
  START_FAILED: [
    'InternalError',
    'Expected the backend to start, got {reason}',
    'This is a fault of the portal or of a plugin, not of your settings: report it with this line',
  ],
  PORT_IN_USE: [
    'ConflictError',
    'Expected port {port} on {host} to be free, got a port that another program uses',
    'Stop the other program, or choose a free port: PORT={suggestion} npm start',
  ],
  LISTEN_FAILED: [
    'InternalError',
    'Expected to listen on {host}:{port}, got {reason}',
    'Set backend.listen to an address of this machine and a port that this user may open',
  ],
  DATA_DIRECTORY_NOT_WRITABLE: [
    'InternalError',
    'Expected a data folder that can be written, got {path} ({reason})',
    'Give this user the right to write to {path}, or name another folder: PORTICO_DATA_DIR=<folder>',
  ],
  DATA_DIRECTORY_IN_USE: [
    'ConflictError',
    'Expected a data folder of its own, got {path}, which another portal uses ({holder})',
    'Stop the other portal, or name another folder: PORTICO_DATA_DIR=<folder>',
  ],
  FEATURE_INVALID: [
    'InputError',
    'Expected a backend plugin or module, got {received}',
    'Add what createBackendPlugin or createBackendModule returns, or import() of a package whose default export it is',
  ],
  FEATURE_LOAD_FAILED: [
    'InternalError',
    'Expected the package of feature {position} to load, got {reason}',
    'Check that the package is installed and that its module runs without errors',
  ],
  BACKEND_STARTED: [
    'ConflictError',
    'Expected a backend that has not started, got one that has',
    'Add all features before start()',
  ],
  PLUGIN_ID_INVALID: [
    'InputError',
    'Expected a plugin id of lower-case letters, digits and single dashes, got "{plugin}"',
    'Rename the plugin',
  ],
  PLUGIN_DUPLICATE: [
    'ConflictError',
    'Expected one plugin {plugin}, got two',
    'Remove one of the two add() calls, or give one of the plugins another id',
  ],
  MODULE_DUPLICATE: [
    'ConflictError',
    'Expected one module {module} of plugin {plugin}, got two',
    'Remove one of the two add() calls, or give one of the modules another id',
  ],
  MODULE_WITHOUT_PLUGIN: [
    'InputError',
    'Expected the plugin {plugin} beside its module {module}, got the module alone',
    'Add the plugin {plugin}, or remove the module',
  ],
  MODULE_CIRCULAR: [
    'ConflictError',
    'Expected modules of plugin {plugin} without a circle, got {chain}',
    'Let one of the modules stop using an extension point of the other',
  ],
  INIT_MISSING: [
    'InputError',
    'Expected {feature} to call registerInit once, got {count} calls',
    'Call env.registerInit({ deps, init }) exactly once in register',
  ],
  EXTENSION_POINT_DUPLICATE: [
    'ConflictError',
    'Expected one provider of the extension point {point}, got two ({first}, {second})',
    'Remove one of the two registerExtensionPoint calls',
  ],
  EXTENSION_POINT_MISSING: [
    'InputError',
    'Expected plugin {plugin} or one of its modules to offer the extension point {point}, got none ({chain})',
    'Use an extension point of plugin {plugin}, or update the plugin to a version that offers it',
  ],
  SERVICE_MISSING: [
    'InputError',
    'Expected a factory for the service {service}, got none ({chain})',
    'Give createBackend a factory for {service}, or give createServiceRef a defaultFactory',
  ],
  SERVICE_CIRCULAR: [
    'ConflictError',
    'Expected services without a circle, got {chain}',
    'Remove one of the dependencies of the chain',
  ],
  SERVICE_SCOPE: [
    'InputError',
    'Expected root services to depend on root services only, got {chain}',
    'Move the dependency into a plugin-scoped service, or make {service} a root service',
  ],
  ROUTE_CONFLICT: [
    'ConflictError',
    'Expected a root path of its own, got {path}, which overlaps {taken}',
    'Choose another path',
  ],
  HOOK_TIMED_OUT: [
    'GatewayTimeoutError',
    'Expected {what} to end within {limitMs} ms, got no end',
    'Let the hook give up earlier; the stop goes on without it',
  ],
  MIGRATION_FAILED: [
    'InternalError',
    'Expected migration {migration} of plugin {plugin} to succeed, got a fault; nothing of it was kept',
    'The log holds the cause; mend the migration and start again',
  ],
  MIGRATION_HALF_DONE: [
    'InternalError',
    'Expected migration {migration} of plugin {plugin} to be done or not begun, got a fault or an end in its middle, and MySQL and MariaDB keep the part that was done',
    'Restore the backup from before the update; a database that was new may be dropped instead; then start again',
  ],
  DATABASE_UNAVAILABLE: [
    'ServiceUnavailableError',
    'Expected the database of plugin {plugin} to answer, got no connection',
    'Try again in a few seconds; if it lasts, check that the database server runs and that backend.database.connection names it',
  ],
  DATABASE_BUSY: [
    'ServiceUnavailableError',
    'Expected a free database connection for plugin {plugin} in time, got none',
    'Try again in a few seconds; if it lasts, raise backend.database.maxConnections or the pool of backend.database.knexConfig',
  ],
  DATABASE_CONFLICT: [
    'ServiceUnavailableError',
    'Expected a change in the database of plugin {plugin} to go through, got another one in its way; nothing of it was kept',
    'Send the request again',
  ],
  DATABASE_CEILING: [
    'InputError',
    'Expected backend.database.maxConnections ({limit}) to allow each plugin one connection, got plugin {plugin} as number {pools}',
    'Raise backend.database.maxConnections',
  ],
  DATABASE_NOT_PREPARED: [
    'InternalError',
    'Expected to reach or make the database {database} of plugin {plugin}, got {reason}',
    'The log holds the cause. Give the user of backend.database.connection the right to create databases, or make this one and set ensureExists to false',
  ],
  DATABASE_COLLATION: [
    'InternalError',
    'Expected the database {database} of plugin {plugin} to compare texts by code point ({expected}), got the collation {received} and tables in it',
    'Move the tables into a database that was made with the collation {expected}',
  ],
  MIGRATION_UNKNOWN: [
    'ConflictError',
    'Expected a database of plugin {plugin} that this version knows, got one with migration {migration}, which it does not',
    'Start the newer version that wrote this database, or restore a backup from before the update',
  ],
  MIGRATION_DUPLICATE: [
    'InputError',
    'Expected migrations with names of their own, got {migration} twice',
    'Rename one of the two',
  ],
  MIGRATION_LOCKED: [
    'ServiceUnavailableError',
    'Expected to get the migration lock of plugin {plugin} within {limitMs} ms, got a database that another process is migrating',
    'Wait until the other process has ended, then start again',
  ],
  TOPICS_INVALID: [
    'InputError',
    'Expected ?topics= with 1 to {limit} names of letters, digits, dots, dashes and underscores, got "{received}"',
    'Name the topics, divided by commas: /api/events?topics=registry.revision',
  ],
  METRICS_REFUSED: [
    'NotAllowedError',
    'Expected a program of this machine or a token with the role {roles}, got neither',
    'Read the metrics from the machine that runs the portal, or with a token of backend.auth.externalAccess that has the role metrics-reader',
  ],
  TASK_DUPLICATE: [
    'ConflictError',
    'Expected one task {task} in plugin {plugin}, got two',
    'Give each scheduled task an id of its own',
  ],
  TASK_FREQUENCY_INVALID: [
    'InputError',
    'Expected task {task} to say when it runs, got {received}',
    'Give frequencyMs, or frequency as { cron: "*/5 * * * *" } or { trigger: "manual" }',
  ],
  TASK_UNKNOWN: [
    'NotFoundError',
    'Expected a task of plugin {plugin}, got {task}',
    'Name one of those that GET .backstage/scheduler/v1/tasks lists',
  ],
  TASK_RUNNING: ['ConflictError', 'Expected task {task} to be at rest, got one that is running', 'Wait until it has ended'],
  AUDITED_REQUEST_FAILED: [
    'InternalError',
    'Expected the request to be carried out, got the status {status}',
    'The line of the request with the same requestId, and the answer that its sender got, say why',
  ],
  TASK_IDLE: ['ConflictError', 'Expected task {task} to be running, got one at rest', 'There is nothing to end; list the tasks to see which run'],
  TASKS_REFUSED: [
    'NotAllowedError',
    'Expected a service or a user with the role portal-admin, got another user',
    'Ask an admin of the portal',
  ],
  READ_URL_INVALID: [
    'InputError',
    'Expected an http or https address without user and password, got {url}',
    'Mend the address',
  ],
  READ_HOST_REFUSED: [
    'NotAllowedError',
    'Expected an address that the configuration allows, got {url}',
    'Add an entry with host {host} to backend.reading.allow',
  ],
  READ_ADDRESS_REFUSED: [
    'NotAllowedError',
    'Expected {host} to be on a public address, got {address}',
    'Name the host in backend.reading.allow with privateAddresses: true if it belongs to your own network',
  ],
  READ_REDIRECTS: [
    'BadGatewayError',
    'Expected at most {limit} redirects, got more, starting at {url}',
    'Use the final address',
  ],
  READ_TOO_LARGE: [
    'BadGatewayError',
    'Expected at most {limit} bytes from {url}, got more',
    'Serve a smaller file, or raise the limit of the caller',
  ],
  READ_ARCHIVE: [
    'BadGatewayError',
    'Expected a tar archive at {url}, got one that can\'t be read: {reason}',
    'Name the address of a .tar or .tar.gz file',
  ],
  READ_TREE_TOO_LARGE: [
    'BadGatewayError',
    'Expected at most {limit} bytes in {mostFiles} files of the archive at {url}, got more',
    'Read less of it with a filter, or raise maxTreeBytes of the caller',
  ],
  READ_PATTERN: ['InputError', 'Expected an address without wildcards, got {url}', 'Name one file, or read an archive of all with readTree'],
  READ_TIMED_OUT: [
    'GatewayTimeoutError',
    'Expected an answer from {url} within {limitMs} ms, got none',
    'Check that the server is up, then try again',
  ],
  READ_NOT_FOUND: ['NotFoundError', 'Expected a file at {url}, got status 404', 'Check the address'],
  READ_STATUS: ['BadGatewayError', 'Expected status 200 from {url}, got {status}', 'Check the address and its access rights'],
  READ_FAILED: ['BadGatewayError', 'Expected an answer from {url}, got {reason}', 'Check that the server is up, then try again'],
});
