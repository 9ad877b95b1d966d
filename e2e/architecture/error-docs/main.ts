import fs from 'node:fs';
import path from 'node:path';
import { root } from '../repository/workspaces.ts';
import { errorPageFile, renderErrorPage } from './error-page.ts';

fs.writeFileSync(path.join(root, errorPageFile), renderErrorPage());
process.stdout.write(`Wrote ${errorPageFile}\n`);
