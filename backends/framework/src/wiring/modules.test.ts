import { afterEach, describe, expect, test } from '@jest/globals';
import { running, stopAll } from '../fixtures/running-backend.ts';
import { createBackendModule, createBackendPlugin, createExtensionPoint } from '../index.ts';
import type { BackendFeature } from '../index.ts';

afterEach(stopAll);

interface Names {
  add(name: string): void;
}

const names = createExtensionPoint<Names>({ id: 'greeter.names' });
const titles = createExtensionPoint<Names>({ id: 'greeter.titles' });

function greeter(seen: string[] = []) {
  return createBackendPlugin({
    pluginId: 'greeter',
    register(environment) {
      const added: string[] = [];
      environment.registerExtensionPoint(names, { add: name => void added.push(name) });
      environment.registerInit({ deps: {}, init: () => void seen.push(...added) });
    },
  });
}

async function outcomeOf(features: readonly BackendFeature[], pluginId = 'greeter') {
  const { started } = await running({ features });
  return (await started).plugins[pluginId];
}

describe('a module', () => {
  test('may use an extension point that another module of its plugin offers', async () => {
    const seen: string[] = [];
    const titled = createBackendModule({
      pluginId: 'greeter',
      moduleId: 'titled',
      register(environment) {
        const known: string[] = [];
        environment.registerExtensionPoint(titles, { add: title => void known.push(title) });
        environment.registerInit({ deps: { names }, init: deps => deps.names.add(`${known.join(' ')} Lovelace`) });
      },
    });
    const countess = createBackendModule({
      pluginId: 'greeter',
      moduleId: 'countess',
      register: environment => environment.registerInit({ deps: { titles }, init: deps => deps.titles.add('Countess') }),
    });
    expect((await outcomeOf([titled, greeter(seen), countess]))?.modules).toMatchObject({
      countess: { status: 'ok', startMs: expect.any(Number) },
      titled: { status: 'ok' },
    });
    expect(seen).toEqual(['Countess Lovelace']);
  });

  test('has nothing to register but extension points and its init', async () => {
    let offered: string[] = [];
    const module = createBackendModule({
      pluginId: 'greeter',
      moduleId: 'curious',
      register(environment) {
        offered = Object.keys(environment).toSorted();
        environment.registerInit({ deps: {}, init: () => undefined });
      },
    });
    await outcomeOf([greeter(), module]);
    expect(offered).toEqual(['registerExtensionPoint', 'registerInit']);
  });

  test.each([
    [
      'an extension point of another plugin',
      [
        createBackendPlugin({ pluginId: 'radar', register: environment => environment.registerInit({ deps: {}, init: () => undefined }) }),
        createBackendModule({
          pluginId: 'radar',
          moduleId: 'lost',
          register: environment => environment.registerInit({ deps: { names }, init: () => undefined }),
        }),
      ],
      'to use extension points of its own plugin radar only, got greeter.names of plugin greeter (radar/lost -> greeter.names)',
    ],
    [
      'one that nobody offers',
      [
        createBackendPlugin({ pluginId: 'radar', register: environment => environment.registerInit({ deps: {}, init: () => undefined }) }),
        createBackendModule({
          pluginId: 'radar',
          moduleId: 'lost',
          register: environment => environment.registerInit({ deps: { titles }, init: () => undefined }),
        }),
      ],
      'Expected plugin radar or one of its modules to offer the extension point greeter.titles, got none (radar/lost -> greeter.titles)',
    ],
  ])('that asks for %s is named with its chain, and its plugin goes on', async (_what, features, reason) => {
    const outcome = await outcomeOf([greeter(), ...features], 'radar');
    expect(outcome).toMatchObject({ status: 'degraded', modules: { lost: { status: 'failed' } } });
    expect(outcome?.modules.lost?.reason).toContain(reason);
  });

  test('in a circle with another is named with the chain', async () => {
    const left = createExtensionPoint<object>({ id: 'left' });
    const right = createExtensionPoint<object>({ id: 'right' });
    const half = (moduleId: string, offers: typeof left, uses: typeof left) =>
      createBackendModule({
        pluginId: 'greeter',
        moduleId,
        register(environment) {
          environment.registerExtensionPoint(offers, {});
          environment.registerInit({ deps: { uses }, init: () => undefined });
        },
      });
    const outcome = await outcomeOf([greeter(), half('a', left, right), half('b', right, left)]);
    expect(outcome?.reason).toBe('Expected modules of plugin greeter without a circle, got greeter/a -> greeter/b -> greeter/a');
  });

  test('a plugin that asks for an extension point itself is told why not', async () => {
    const plugin = createBackendPlugin({
      pluginId: 'radar',
      register: environment => environment.registerInit({ deps: { names: names as never }, init: () => undefined }),
    });
    expect((await outcomeOf([plugin], 'radar'))?.reason).toBe(
      'Expected plugin radar to ask for services, got the extension point greeter.names (radar -> greeter.names)',
    );
  });

  test('one extension point from two features is refused', async () => {
    const second = createBackendModule({
      pluginId: 'greeter',
      moduleId: 'second',
      register(environment) {
        environment.registerExtensionPoint(names, { add: () => undefined });
        environment.registerInit({ deps: {}, init: () => undefined });
      },
    });
    expect((await outcomeOf([greeter(), second]))?.reason).toBe(
      'Expected one provider of the extension point greeter.names, got two (greeter, greeter/second)',
    );
  });
});
