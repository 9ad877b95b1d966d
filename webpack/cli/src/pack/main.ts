import path from 'node:path';
import { packAll } from './pack-all.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const target = path.resolve(process.argv[2] ?? path.join(root, 'dist/packages'));

for (const { name, archive } of await packAll({ root, target })) {
  process.stdout.write(`${name}: ${path.relative(process.cwd(), archive)}\n`);
}
process.stdout.write('They need one another: install those of a plugin together, as shared/plugin-api/own-repository.md shows\n');
