import type { CookieOptions, Request, Response } from 'express';
import type { IsSecure } from '../sessions/session-cookie.ts';

/** A sign-in that has begun in a browser. */
export interface BegunSignIn {
  readonly providerId: string;
  readonly state: string;
  /** Path of the page to return to. */
  readonly from: string;
  /** What the provider wants back. */
  readonly kept: Readonly<Record<string, string>>;
}

/** Why a sign-in failed, for the page that offers the next try. */
export interface SignInProblem {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** The cookies of sign-in; scripts can read none of them. */
export interface SignInCookies {
  begin(request: Request, response: Response, begun: BegunSignIn): void;
  /** What began with this state in this browser, once: the cookie is gone afterwards. */
  take(request: Request, response: Response, state: string): BegunSignIn | undefined;
  setProblem(request: Request, response: Response, problem: SignInProblem): void;
  /** The problem, once. */
  takeProblem(request: Request, response: Response): SignInProblem | undefined;
  setRenewalSecret(request: Request, response: Response, kept: { readonly secret: string; readonly lifetimeMs: number }): void;
  renewalSecret(request: Request): string | undefined;
  clearRenewalSecret(request: Request, response: Response): void;
}

const path = '/api/auth';
const begunName = 'portico-sign-in';
const problemName = 'portico-sign-in-problem';
const renewalName = 'portico-renewal';
const begunMs = 10 * 60_000;
const problemMs = 60_000;
const suffixLength = 8;

function valueOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim());
  return pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function decode<T>(text: string | undefined): T | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(Buffer.from(text, 'base64url').toString()) as T);
  } catch {
    return undefined;
  }
}

/** Each sign-in has a cookie of its own, so that two tabs may sign in side by side. */
export function createSignInCookies(isSecure: IsSecure): SignInCookies {
  const options = (request: Request): CookieOptions => ({ httpOnly: true, sameSite: 'lax', path, secure: isSecure(request) });
  const begunNameOf = (state: string) => `${begunName}-${state.replaceAll(/[^\w-]/g, '').slice(0, suffixLength)}`;
  return {
    begin(request, response, begun) {
      response.cookie(begunNameOf(begun.state), encode(begun), { ...options(request), maxAge: begunMs });
    },
    take(request, response, state) {
      const name = begunNameOf(state);
      const begun = decode<BegunSignIn>(valueOf(request, name));
      if (begun) response.clearCookie(name, options(request));
      return begun?.state === state ? begun : undefined;
    },
    setProblem(request, response, problem) {
      response.cookie(problemName, encode(problem), { ...options(request), maxAge: problemMs });
    },
    takeProblem(request, response) {
      const problem = decode<SignInProblem>(valueOf(request, problemName));
      if (problem) response.clearCookie(problemName, options(request));
      return problem;
    },
    setRenewalSecret(request, response, { secret, lifetimeMs }) {
      response.cookie(renewalName, secret, { ...options(request), maxAge: lifetimeMs });
    },
    renewalSecret: request => valueOf(request, renewalName),
    clearRenewalSecret(request, response) {
      if (valueOf(request, renewalName) !== undefined) response.clearCookie(renewalName, options(request));
    },
  };
}
