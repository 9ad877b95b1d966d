import { parseShape, pluginManifestSchema } from '@portico/contracts';
import { defineRule } from '../rule.ts';

/** Texts whose form has a rule of its own, which says more about it. Everything but a text is reported here. */
const textsWithTheirOwnRule = [/^id$/, /^extensions\.\d+\.point$/, /^routes\.\d+\.path$/];
const digest = /^assets\.\d+\.integrity$/;

function hasItsOwnRule(path: string, received: string): boolean {
  if (digest.test(path)) return true;
  return received.startsWith('"') && textsWithTheirOwnRule.some(pattern => pattern.test(path));
}

/** The manifest has the shape of `portico-plugin.json`, version 1. */
export const manifestIsWellFormed = defineRule('manifest-is-well-formed', (input, report) => {
  if (input.manifest === undefined) return;
  const result = parseShape(pluginManifestSchema, input.manifest);
  if (result.ok) return;
  for (const fault of result.faults) {
    if (hasItsOwnRule(fault.path, fault.received)) continue;
    report({
      path: fault.path,
      message: `Expected ${fault.expected}, got ${fault.received}`,
      fix: `Build the remote with the preset, or correct ${fault.path || 'the file'} in portico-plugin.json`,
    });
  }
});
