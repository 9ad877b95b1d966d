/** An error as far as its text goes. */
export interface Fault {
  readonly message: string;
  readonly fix?: string;
  readonly details?: readonly { readonly message: string; readonly fix: string }[];
}

/** An error of the catalogue as its readers want it: what happened, every detail that it doesn't say itself, the fix. No stack. */
export function faultText({ message, fix, details = [] }: Fault): string {
  const further = details.filter(detail => !message.includes(detail.message));
  return [message, ...further.map(detail => `  - ${detail.message}\n    ${detail.fix}`), ...(fix ? [`Fix: ${fix}`] : [])].join('\n');
}
