import { textAt } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/**
 * The container's name carries a digest of its content, so that two versions of a remote live in one page. A
 * module has no global that could collide: there it is only told.
 */
export const federationNameIsVersioned = defineRule('federation-name-is-versioned', (input, report) => {
  const id = textAt(input.manifest, 'id');
  const name = textAt(input.manifest, 'federation.global');
  if (!id || !name) return;
  const stem = `${id.replaceAll('-', '_')}__`;
  if (name.startsWith(stem) && /^[0-9a-f]{8}$/.test(name.slice(stem.length))) return;
  report({
    severity: textAt(input.manifest, 'federation.type') === 'module' ? 'warning' : 'error',
    path: 'federation.global',
    message: `Expected ${stem.slice(0, 80)} and 8 hex digits of the content, got ${JSON.stringify(name.slice(0, 80))}`,
    fix: 'Build with the preset, or set the federation name and output.uniqueName to a name with a content digest',
  });
});
