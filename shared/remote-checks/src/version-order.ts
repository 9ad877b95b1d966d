import compare from 'semver/functions/compare.js';
import parse from 'semver/functions/parse.js';

/**
 * Orders versions as https://semver.org does, the highest first: a prerelease comes after its release. Builds of one version
 * (`1.2.0+a`, `1.2.0+b`) stay in the order in which they are; what is no version comes last.
 */
export function highestFirst(left: string, right: string): number {
  const [one, other] = [parse(left), parse(right)];
  if (one && other) return compare(other, one);
  return Number(other !== null) - Number(one !== null);
}

/** Whether a version is a trial: `2.0.0-rc.1`. */
export function isPrerelease(version: string): boolean {
  return (parse(version)?.prerelease.length ?? 0) > 0;
}
