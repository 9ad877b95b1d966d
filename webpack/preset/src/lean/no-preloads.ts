// Stands in for the federation runtime's preloading, which needs its manifests: a hint that is not taken. The shell
// itself preloads the files that the snapshot names.

export const defaultPreloadArgs = (): Record<string, never> => ({});
export const formatPreloadArgs = (): never[] => [];
export const normalizePreloadExposes = (): never[] => [];
export const preloadAssets = (): Promise<never[]> => Promise.resolve([]);
