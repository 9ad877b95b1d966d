export { canonicalRoute } from './rules/routes-do-not-collide.ts';
export { configKeyOf } from './rules/config-schema-stays-with-its-plugin.ts';
export { integrityOf } from './integrity.ts';
export { overwrittenGlobalsOf } from './overwritten-globals.ts';
export { buildRules, contextRules, offerRules, registryRules } from './rule-sets.ts';
export { isAcceptable, runChecks } from './run-checks.ts';
export { highestFirst, isPrerelease } from './version-order.ts';
export type { BuiltFile, CheckInput, Finding, HeldRoute, PortalContext, Rule } from './rule.ts';
