import type { ModuleFederationRuntimePlugin } from '@module-federation/enhanced/runtime';

interface SharedEntry {
  loading?: Promise<unknown> | null;
}

// The runtime keeps the promise of a shared module's first load for good, also when it failed. Here it is forgotten
// when it fails, so that the next remote, or a retry, asks for the module's files again.
function forgetFailedLoads(shared: SharedEntry): void {
  let current = shared.loading;
  Object.defineProperty(shared, 'loading', {
    configurable: true,
    enumerable: true,
    get: () => current,
    set(loading: SharedEntry['loading']) {
      current = loading;
      loading?.catch(() => {
        if (current === loading) current = undefined;
      });
    },
  });
}

/** Runtime plugin of the shell: a shared module that failed to load can be loaded again. */
export default function retryShared(): ModuleFederationRuntimePlugin {
  return {
    name: 'portico-retry-shared',
    afterRegisterShare({ registeredShared }) {
      if (registeredShared) forgetFailedLoads(registeredShared);
    },
  };
}
