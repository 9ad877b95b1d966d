import { firstLine } from './operation.ts';
import type { Operation } from './operation.ts';

const texts = /"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*/g;
const rootTypes = /\b(?:extend\s+)?type\s+(Query|Mutation|Subscription)\b[^{]*\{([^}]*)\}/g;
const field = /(?:("""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*")\s*)?\b([A-Za-z_]\w*)\s*(?:\(([^)]*)\))?\s*:\s*([\w![\]]+)([^\n]*)/g;

const brackets = '{}()';

// Brackets in descriptions close nothing: they are other characters until the fields are found.
const hidden = (text: string) => text.replaceAll(/[{}()]/g, one => String.fromCharCode(0xe000 + brackets.indexOf(one)));
const shown = (text: string) => text.replaceAll(/[\ue000-\ue003]/g, one => brackets[one.charCodeAt(0) - 0xe000] ?? '');

/** The fields of the root types of a GraphQL schema: what can be asked, changed and subscribed to. */
export function graphqlOperations(definition: string): readonly Operation[] {
  const readable = definition.replace(texts, text => (text.startsWith('#') ? '' : hidden(text)));
  return [...readable.matchAll(rootTypes)].flatMap(([, root = '', body = '']) =>
    [...body.matchAll(field)].map(([, description = '', name = '', parameters = '', type = '', rest = '']) => ({
      verb: root.toUpperCase(),
      name: `${name}${parameters.trim() === '' ? '' : `(${shown(inOneLine(parameters))})`}: ${type}`,
      summary: shown(firstLine(description.replaceAll(/^"+|"+$/g, ''))),
      deprecated: rest.includes('@deprecated'),
    })),
  );
}

/** Parameters without their descriptions: a text that no equals sign stands before. */
function inOneLine(parameters: string): string {
  const named = parameters.replaceAll(/(?<!=\s*)("""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*")/g, '');
  return named.trim().replaceAll(/\s*\n\s*/g, ', ').replaceAll(/\s+/g, ' ').replaceAll(/,\s*,/g, ',');
}
