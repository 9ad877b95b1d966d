import { read } from './source-files.ts';

/** The files that a guide shows, whole: each block of code whose fence names one, by its path. */
export function guideFiles(guide: string): Readonly<Record<string, string>> {
  const blocks = read(guide).matchAll(/^```\w+ (?<file>\S+)\n(?<text>.*?)^```$/gms);
  return Object.fromEntries([...blocks].map(({ groups }) => [groups?.['file'] ?? '', groups?.['text'] ?? '']));
}
