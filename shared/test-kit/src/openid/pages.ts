const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><link rel="icon" href="data:,"></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

/** Where an account signs in by its name. */
export function loginPage(): string {
  return page(
    'Sign in at the provider',
    '<form method="post"><label>Account <input name="account" required></label> <button>Sign in</button></form>',
  );
}

/** Where the session at the provider is ended. */
export function confirmPage(form: string): string {
  const button = '<button form="op.logoutForm" name="logout" value="yes">End the session</button>';
  return page('Sign out at the provider', `${form}${button}`);
}
