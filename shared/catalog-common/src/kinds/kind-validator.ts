import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { faultAt } from '../fault.ts';
import type { EntityFault } from '../fault.ts';
import { kindSchemas } from './kind-schemas.ts';
import { readableFaults } from './readable-faults.ts';

/** Checks the `spec` of an entity whose envelope is right. `known` is false for kinds and versions that have no rules. */
export interface KindCheck {
  readonly known: boolean;
  readonly faults: readonly EntityFault[];
}

/** Makes a checker that compiles the schema of a kind when the kind is first met. */
export function createKindValidator(): (entity: { apiVersion: string; kind: string; spec?: unknown }) => KindCheck {
  const compiled = new Map<string, ValidateFunction>();
  let engine: Ajv | undefined;

  function validatorOf(kind: string, apiVersion: string): ValidateFunction | undefined {
    const definition = Object.hasOwn(kindSchemas, kind) ? kindSchemas[kind] : undefined;
    if (!definition?.apiVersions.includes(apiVersion)) return undefined;
    const key = `${apiVersion} ${kind}`;
    let validate = compiled.get(key);
    if (!validate) {
      engine ??= new Ajv({ allErrors: true, verbose: true, strict: false, validateSchema: false, addUsedSchema: false });
      validate = engine.compile(definition.spec(apiVersion));
      compiled.set(key, validate);
    }
    return validate;
  }

  return ({ apiVersion, kind, spec }) => {
    const validate = validatorOf(kind.toLowerCase(), apiVersion);
    if (!validate) return { known: false, faults: [] };
    if (spec === undefined) return { known: true, faults: [faultAt('spec', 'an object', undefined)] };
    return { known: true, faults: validate(spec) ? [] : readableFaults(validate.errors ?? []) };
  };
}
