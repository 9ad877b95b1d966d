import { messageOf } from '@portico/errors';
import type { Entity } from '@portico/plugin-catalog-common';
import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import { resolveTarget } from './resolve-target.ts';
import type { SourceSpec, SourceTarget } from './source.ts';

const mostTargets = 10_000;

/** The targets of a Location entity, and for each one that is refused a message. */
export function locationTargets(entity: Entity, source: SourceSpec): { targets: SourceTarget[]; refused: string[] } {
  const spec = entity.spec ?? {};
  const type = typeof spec['type'] === 'string' ? spec['type'] : undefined;
  const listed = [spec['target'], ...(Array.isArray(spec['targets']) ? (spec['targets'] as unknown[]) : [])];
  const written = listed.filter(one => typeof one === 'string');
  const parentRef = stringifyEntityRef(entity);
  const presence = spec['presence'] === 'optional' ? 'optional' : 'required';
  const targets: SourceTarget[] = [];
  const refused: string[] = [];
  if (written.length > mostTargets) refused.push(`Expected at most ${mostTargets} targets, found ${written.length}`);
  for (const target of written.slice(0, mostTargets)) {
    try {
      targets.push({ ...resolveTarget(target, type, source), presence, parentRef });
    } catch (error) {
      refused.push(messageOf(error));
    }
  }
  return { targets, refused };
}
