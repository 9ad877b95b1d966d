import fs from 'node:fs';
import path from 'node:path';

const adjectives = ['quick', 'calm', 'bright', 'solid', 'lean', 'open', 'steady', 'plain'];
const nouns = ['orders', 'search', 'billing', 'parcels', 'photos', 'letters', 'routes', 'stock'];
const types = ['service', 'website', 'library'];
const lifecycles = ['production', 'experimental', 'deprecated'];
const perFile = 500;

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

function component(index: number): string {
  const name = `${pick(adjectives, index)}-${pick(nouns, index >> 3)}-${String(index).padStart(5, '0')}`;
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  description: Generated component number ${index}
  tags: [tag-${index % 40}, ${pick(nouns, index)}]
spec:
  type: ${pick(types, index)}
  lifecycle: ${pick(lifecycles, index >> 1)}
  owner: group:team-${index % 60}
`;
}

/** Writes catalog files with `count` components into a folder and gives the glob that names them. The same count gives the same files. */
export function generateCatalog(folder: string, count: number): string {
  for (let first = 0; first < count; first += perFile) {
    const length = Math.min(perFile, count - first);
    const documents = Array.from({ length }, (_unused, offset) => component(first + offset));
    fs.writeFileSync(path.join(folder, `components-${String(first).padStart(6, '0')}.yaml`), documents.join('---\n'));
  }
  return path.join(folder, '*.yaml');
}
