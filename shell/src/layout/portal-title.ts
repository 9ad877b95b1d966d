/** The title of the portal as the configuration has it. */
export function titleOf(config: Readonly<Record<string, unknown>>): string {
  const { title } = (config['app'] ?? {}) as { title?: unknown };
  return typeof title === 'string' && title ? title : 'Portico';
}
