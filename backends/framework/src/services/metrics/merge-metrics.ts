/** Metrics that another process shows, in the text form of Prometheus. */
export interface ProcessMetrics {
  /** Value of the label `process` that its series get. */
  readonly process: string;
  readonly text: string;
}

const familyOf = /^# HELP (\S+)/;
const sample = /^([a-zA-Z_:][\w:]*)(\{)?/;

/** Lines by the metric that they belong to; each begins with its HELP line. */
function familiesIn(text: string): Map<string, string[]> {
  const families = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split('\n').filter(part => part !== '')) {
    const name = familyOf.exec(line)?.[1];
    if (name !== undefined) families.set(name, (lines = []));
    lines.push(line);
  }
  return families;
}

const quoted = (value: string) => JSON.stringify(value);

function labelled(line: string, process: string): string {
  return line.replace(sample, (_whole, name: string, brace?: string) => `${name}{process=${quoted(process)}${brace ? ',' : '}'}`);
}

/** One text of several processes: a metric is described once, and the series of the others name their process. */
export function mergeMetrics(own: string, others: readonly ProcessMetrics[]): string {
  const merged = familiesIn(own);
  for (const { process, text } of others) {
    for (const [name, lines] of familiesIn(text)) {
      const series = lines.filter(line => !line.startsWith('#')).map(line => labelled(line, process));
      const known = merged.get(name);
      if (known) known.push(...series);
      else merged.set(name, [...lines.filter(line => line.startsWith('#')), ...series]);
    }
  }
  return `${[...merged.values()].map(lines => lines.join('\n')).join('\n\n')}\n`;
}
