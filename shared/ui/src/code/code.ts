export { CodeBlock } from './code-block.tsx';
export type { CodeBlockProps } from './code-block.tsx';
export type { CodeLanguage } from './tokens.ts';
export { YamlView } from './yaml-view.tsx';
export type { YamlViewProps } from './yaml-view.tsx';
