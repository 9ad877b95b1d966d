/** A named rule for one string field: the check and the words that explain it. */
export interface Format {
  readonly expected: string;
  test(value: string): boolean;
}

const dnsLabelPattern = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/;
const objectNamePattern = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const tagPattern = /^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$/;

const upTo = (longest: number, pattern: RegExp) => (value: string) => value.length <= longest && pattern.test(value);

const isDnsSubdomain = (value: string) =>
  value.length >= 1 && value.length <= 253 && value.split('.').every(label => label.length <= 63 && dnsLabelPattern.test(label));

/** True for `suffix` alone or for `<DNS subdomain>/suffix`. */
function prefixed(value: string, isSuffix: (suffix: string) => boolean): boolean {
  const parts = value.split('/');
  if (parts.length === 1) return isSuffix(value);
  return parts.length === 2 && isDnsSubdomain(parts[0] ?? '') && isSuffix(parts[1] ?? '');
}

const isObjectName = upTo(63, objectNamePattern);

const nameWords = 'letters and digits, separated by any of - _ . , 1 to 63 characters';

export const apiVersionFormat: Format = {
  expected: 'a version such as "backstage.io/v1alpha1": an optional domain and a slash, then letters and digits',
  test: value => prefixed(value, upTo(63, /^[a-zA-Z0-9]+$/)),
};

export const kindFormat: Format = {
  expected: 'letters and digits, beginning with a letter, 1 to 63 characters',
  test: upTo(63, /^[a-zA-Z][a-z0-9A-Z]*$/),
};

export const nameFormat: Format = { expected: nameWords, test: isObjectName };

export const namespaceFormat: Format = {
  expected: 'lower-case letters and digits, separated by -, 1 to 63 characters',
  test: upTo(63, dnsLabelPattern),
};

export const keyFormat: Format = {
  expected: `an optional domain and a slash, then ${nameWords}`,
  test: value => prefixed(value, isObjectName),
};

export const labelValueFormat: Format = {
  expected: `an empty string, or ${nameWords}`,
  test: value => value === '' || isObjectName(value),
};

export const tagFormat: Format = {
  expected: 'lower-case letters, digits and any of : + #, separated by -, 1 to 63 characters',
  test: upTo(63, tagPattern),
};

export const urlFormat: Format = {
  expected: 'an absolute URL such as "https://example.com"',
  test: value => URL.canParse(value),
};

export const textFormat: Format = { expected: 'a string that is not empty', test: value => value.length > 0 };

export const anyTextFormat: Format = { expected: 'a string', test: () => true };
