const secretNames =
  /([?&;](?:[\w.-]*(?:token|secret|password|passwd|signature|api[_-]?key|apikey|credential|jwt|assertion)[\w.-]*|code|state|sig|key|session|auth)=)[^&;#]*/gi;

/** An address as logs and answers may show it: values of parameters that name a secret are blotted out. */
export function redactUrl(url: string): string {
  const redacted = url.includes('?') ? url.replace(secretNames, '$1***') : url;
  return redacted.replace(/(\/\/)[^/@\s]*@/, '$1***@');
}
