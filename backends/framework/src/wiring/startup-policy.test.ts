import { afterEach, describe, expect, test } from '@jest/globals';
import { pluginOf, running, stopAll } from '../fixtures/running-backend.ts';

afterEach(stopAll);

const failing = pluginOf('failing', () => {
  throw new Error('no disk');
});
const fine = pluginOf('fine', () => undefined);

function startup(value: object) {
  return { backend: { startup: value } } as never;
}

describe('backend.startup', () => {
  test('lets the start fail with the reason of a plugin that nothing may run without', async () => {
    const data = startup({ plugins: { failing: { onPluginBootFailure: 'abort' } } });
    const { started } = await running({ features: [failing, fine], data });
    await expect(started).rejects.toThrow('no disk');
  });

  test('may say so for all plugins, and make an exception for one', async () => {
    const all = { default: { onPluginBootFailure: 'abort' } };
    const first = await running({ features: [failing], data: startup(all) });
    await expect(first.started).rejects.toThrow('no disk');
    const data = startup({ ...all, plugins: { failing: { onPluginBootFailure: 'continue' } } });
    const second = await running({ features: [failing, fine], data });
    expect((await second.started).plugins).toMatchObject({ failing: { status: 'failed' }, fine: { status: 'ok' } });
  });
});
