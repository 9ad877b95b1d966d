const partsOfNames = 'token|secret|password|passwd|signature|api[_-]?key|credential|jwt|assertion';
const wholeNames = 'code|state|sig|key|session|auth';
const secretNames = new RegExp(`([?&;](?:[\\w.-]*(?:${partsOfNames})[\\w.-]*|${wholeNames})=)[^&;#]*`, 'gi');

/** An address as logs and answers may show it: values of parameters that name a secret are blotted out. */
export function redactUrl(url: string): string {
  const redacted = url.includes('?') ? url.replace(secretNames, '$1***') : url;
  return redacted.replace(/(\/\/)[^/@\s]*@/, '$1***@');
}
