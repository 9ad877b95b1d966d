/**
 * The generator of Zalando's radar: the fraction of `sin(seed) * 10000`, the seed counted up. Not random at all, which is
 * the point: the same radar looks the same in every browser and after every reload.
 */
export function createSeededRandom(start = 42): () => number {
  let seed = start;
  return () => {
    const value = Math.sin(seed) * 10_000;
    seed += 1;
    return value - Math.floor(value);
  };
}
