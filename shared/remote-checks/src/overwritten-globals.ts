const shared = 'fetch|XMLHttpRequest|WebSocket|EventSource|history|localStorage|sessionStorage|Promise|JSON';
const prototypes = 'Object|Array|String|Function|Promise|Map|Set|Element|Node|EventTarget|Storage|History|XMLHttpRequest';
const page = '(?:window|globalThis|self)';
const assigned = '\\s*=(?![=>])';

/** What plugins have in common with the portal, and how code that replaces it looks, minified or not. */
const patterns: readonly RegExp[] = [
  new RegExp(`\\b(${page}\\.(?:${shared}))${assigned}`, 'g'),
  new RegExp(`\\b((?:${prototypes})\\.prototype\\.\\w+)${assigned}`, 'g'),
  new RegExp(`\\b((?:${page}\\.)?history\\.(?:pushState|replaceState))${assigned}`, 'g'),
  new RegExp(`\\bdefineProperty\\(\\s*((?:${prototypes})\\.prototype)\\s*,`, 'g'),
  new RegExp(`\\b(localStorage\\.clear)\\(\\)`, 'g'),
];

/** Names of what a script replaces or clears although other plugins use it, too: `window.fetch`, `Object.prototype`. */
export function overwrittenGlobalsOf(script: string): readonly string[] {
  const found = patterns.flatMap(pattern => [...script.matchAll(pattern)].map(match => match[1] ?? ''));
  return [...new Set(found)];
}
