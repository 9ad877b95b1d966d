import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import { createEntityValidator } from '@portico/plugin-catalog-common/validation';
import { readYamlDocuments } from '../reading/yaml-documents.ts';
import type { YamlDocument } from '../reading/yaml-documents.ts';

/** What an oracle said about one document of one file. */
export interface ExpectedVerdict {
  readonly file: string;
  readonly doc: number;
  readonly verdict: 'valid' | 'invalid-envelope' | 'invalid-kind' | 'yaml-error';
  readonly ref?: string;
}

interface Verdict {
  readonly verdict: ExpectedVerdict['verdict'] | 'no document';
  readonly ref?: string;
  readonly reason?: string;
}

/** Judges every document named in `expected`; `mismatches` has one line for each that differs, none when all agree. */
export async function compareVerdicts(
  expected: readonly ExpectedVerdict[],
  readText: (file: string) => Promise<string>,
): Promise<{ documents: number; mismatches: string[] }> {
  const validate = createEntityValidator();
  const byFile = Map.groupBy(expected, one => one.file);
  const mismatches: string[] = [];
  for (const [file, wanted] of byFile) {
    const documents = readYamlDocuments(await readText(file));
    for (const { doc, verdict, ref } of wanted) {
      const got = judge(documents.find(one => one.index === doc));
      const sameRef = verdict !== 'valid' || ref === undefined || ref === got.ref;
      if (got.verdict !== verdict || !sameRef) {
        const found = [got.verdict, got.ref, got.reason].filter(Boolean).join(' ');
        mismatches.push(`${file} document ${doc}: expected ${verdict} ${ref ?? ''}, got ${found}`);
      }
    }
    const broken = wanted.some(one => one.verdict === 'yaml-error');
    for (const extra of documents.filter(one => !broken && !wanted.some(({ doc }) => doc === one.index))) {
      mismatches.push(`${file} document ${extra.index}: expected no document, got one`);
    }
  }
  return { documents: expected.length, mismatches };

  function judge(document: YamlDocument | undefined): Verdict {
    if (!document) return { verdict: 'no document' };
    if (!document.ok) return { verdict: 'yaml-error', reason: document.message };
    const checked = validate(document.value);
    if (checked.ok) return { verdict: 'valid', ref: stringifyEntityRef(checked.entity) };
    return { verdict: `invalid-${checked.stage}`, reason: checked.faults.map(fault => fault.message).join('; ') };
  }
}
