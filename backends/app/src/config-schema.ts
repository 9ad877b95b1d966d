import type { JsonSchema } from '@portico/config';

const anyCase = (word: string): string => word.replaceAll(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]`);

const safeSource: JsonSchema = {
  type: 'string',
  pattern: `^(?!'${anyCase('unsafe')}-(${anyCase('inline')}|${anyCase('eval')})'$)[^;,\\s]+$`,
  expected: "a source other than 'unsafe-inline' and 'unsafe-eval', without \";\", \",\" and blanks",
};

const scriptSources: JsonSchema = {
  type: 'array',
  items: safeSource,
  expected: 'a list of sources; it cannot be removed, since it keeps injected scripts from running',
};

/** Keys of the app plugin. */
export const appConfigSchema: JsonSchema = {
  type: 'object',
  properties: {
    app: {
      type: 'object',
      properties: {
        shellDirectory: { type: 'string', minLength: 1, description: "Folder of the shell's build, with page.json and assets" },
      },
    },
    backend: {
      type: 'object',
      properties: {
        csp: {
          type: 'object',
          properties: { 'script-src': scriptSources, 'script-src-elem': scriptSources, 'script-src-attr': scriptSources },
        },
      },
    },
  },
};
