import { extensionPointPattern } from '@portico/contracts';
import { textAt, textsAt, textsOfParts } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** Of what a point is called: the plugin that shows extensions there. */
const pluginOf = (point: string): string => point.split('.', 1)[0] ?? '';

/** What is made for a point of no plugin is shown nowhere. The plugin may still come, so that this is only told. */
export const extensionPointsAreKnown = defineRule('extension-points-are-known', (input, report) => {
  const known = input.context?.extensionPoints;
  if (!known) return;
  const own = textAt(input.manifest, 'id');
  const ofItself = textsAt(input.manifest, 'extensionPoints').map(({ text }) => text);
  for (const { path, text } of textsOfParts(input.manifest, 'extensions', 'point')) {
    const plugin = pluginOf(text);
    if (plugin === 'core' || !extensionPointPattern.test(text) || ofItself.includes(text) || known.some(({ point }) => point === text)) continue;
    const beside = plugin === own ? ofItself : known.filter(({ remote }) => remote === plugin).map(({ point }) => point);
    report({
      severity: 'warning',
      path,
      message: `Expected an extension point that a remote of this portal has, got ${JSON.stringify(text.slice(0, 80))}`,
      fix: beside.length
        ? `Take one of ${plugin}: ${beside.join(', ')}`
        : `Register a remote that has the point: its createPlugin says so in "extensionPoints". Until then the extension is shown nowhere`,
    });
  }
});
