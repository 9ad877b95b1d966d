const mostSteps = 10;

/**
 * Does what a browser would do at the provider: follows the redirects, signs in as `account`, and stops where the provider
 * sends the browser back. Gives that address, with `code` and `state`.
 */
export async function signInAtProvider(authorizationUrl: string, account: string): Promise<URL> {
  const issuer = new URL(authorizationUrl).origin;
  const cookies = new Map<string, string>();
  let url = new URL(authorizationUrl);
  let form: URLSearchParams | undefined;
  for (let step = 0; step < mostSteps; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    await response.arrayBuffer();
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    form = location === null ? new URLSearchParams({ account }) : undefined;
    if (location !== null) url = new URL(location, url);
    if (url.origin !== issuer) return url;
  }
  throw new Error(`The provider did not send the browser back within ${mostSteps} steps; it stopped at ${url.href}`);
}
