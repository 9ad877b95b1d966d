import { printTable } from './measure.ts';
import { measureBuild } from './sizes/budgets.ts';

const measured = measureBuild();
printTable([
  ['gzip bytes', 'measured', 'budget'],
  ...measured.map(({ subject, bytes, max }) => [subject, bytes, max]),
]);
for (const { subject, bytes, max } of measured.filter(one => one.bytes > one.max)) {
  process.stderr.write(`${subject}: expected at most ${max} bytes after gzip, got ${bytes}. Move code behind import(), or drop a dependency.\n`);
  process.exitCode = 1;
}
