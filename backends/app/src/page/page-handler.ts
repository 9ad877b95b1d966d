import { randomBytes } from 'node:crypto';
import type { HttpAuthService } from '@portico/backend-framework';
import type { ConfigReader } from '@portico/config';
import type { Request, RequestHandler } from 'express';
import type { PageFiles } from '../shell-build/shell-build.ts';
import { appearanceOf } from './appearance.ts';
import { brandStyle } from './brand-style.ts';
import { createPagePolicy, reportingEndpoints } from './page-policy.ts';
import { compilePage } from './page-template.ts';
import type { PageContent } from './page-template.ts';

/** What every answer with the page says beside its policy and what all answers say. */
const headers = new Map([
  ['Content-Type', 'text/html; charset=utf-8'],
  ['Cache-Control', 'no-store'],
  ['Reporting-Endpoints', reportingEndpoints],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
]);

/** The page of one state of the configuration. */
export interface Page {
  readonly content: PageContent;
  readonly render: ReturnType<typeof compilePage>;
  readonly policy: ReturnType<typeof createPagePolicy>;
}

/** Puts title, icon, colours and policy of the configuration into the page. */
export function createPage(config: ConfigReader, files: PageFiles): Page {
  const title = config.getOptionalString('app.title') ?? 'Portico';
  const icon = config.getOptionalString('app.branding.icon');
  const brand = brandStyle(config.getOptional('app.branding.tokens'));
  const content: PageContent = { title, icon, brand, files };
  return { content, render: compilePage(content), policy: createPagePolicy(config) };
}

/** What `createPageHandler` takes. */
export interface PageHandlerOptions {
  /** Asked for each request, so that it may change. */
  readonly page: () => Page;
  readonly httpAuth: HttpAuthService;
}

async function isSignedIn(request: Request, httpAuth: HttpAuthService): Promise<boolean> {
  try {
    const { principal } = await httpAuth.credentials(request, { allow: ['user', 'service', 'none'] });
    return principal.type === 'user';
  } catch {
    // Whoever cannot be recognised gets the page nevertheless, which then says what is wrong.
    return false;
  }
}

/**
 * Answers with the page. Trusted Types are not demanded, not even report-only: loaders of webpack and of the federation
 * runtime set script addresses as texts, and each would write a report into the console.
 */
export function createPageHandler({ page, httpAuth }: PageHandlerOptions): RequestHandler {
  return async (request, response) => {
    const signedIn = await isSignedIn(request, httpAuth);
    const nonce = randomBytes(16).toString('base64');
    const { render, policy } = page();
    response.setHeaders(headers);
    response.setHeader('Content-Security-Policy', policy(nonce));
    response.send(render({ nonce, appearance: appearanceOf(request), signedIn, path: request.path }));
  };
}
