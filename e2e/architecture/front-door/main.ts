import fs from 'node:fs';
import path from 'node:path';
import { root } from '../repository/workspaces.ts';
import { answersFile, renderAnswers } from './answers.ts';

fs.writeFileSync(path.join(root, answersFile), renderAnswers());
