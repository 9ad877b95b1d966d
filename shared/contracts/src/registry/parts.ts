import * as v from 'valibot';
import { pluginIdPattern } from '../plugin-manifest.ts';

/*
 * Parts of the registry's shapes that several of them hold.
 */

/** An id of a remote in a request. */
export const remoteIdSchema = v.pipe(
  v.string(),
  v.maxLength(63, 'Expected at most 63 characters'),
  v.regex(pluginIdPattern, 'Expected lower case words joined by hyphens'),
);

/** An address in a request. */
export const httpUrlSchema = v.pipe(
  v.string(),
  v.maxLength(2000, 'Expected at most 2000 characters'),
  v.url('Expected an http or https address'),
  v.regex(/^https?:\/\//, 'Expected an http or https address'),
);

/** Names of channels: `stable`, `canary`, `team-a`. */
export const channelNameSchema = v.pipe(
  v.string(),
  v.maxLength(40, 'Expected at most 40 characters'),
  v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Expected lower case words joined by hyphens'),
);

/** Semantic versions, as https://semver.org gives them, of at most 120 characters. */
export const versionPattern =
  /^(0|[1-9]\d{0,15})\.(0|[1-9]\d{0,15})\.(0|[1-9]\d{0,15})(-(0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(\.(0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*)?(\+[\dA-Za-z-]+(\.[\dA-Za-z-]+)*)?$/;

/** A version in a request. */
export const versionSchema = v.pipe(
  v.string(),
  v.maxLength(120, 'Expected at most 120 characters'),
  v.regex(versionPattern, 'Expected a semantic version, for example 1.2.0'),
);

/** A text for people, on one line. */
export const shortTextSchema = v.pipe(v.string(), v.trim(), v.nonEmpty('Expected a text that is not empty'), v.maxLength(200));

/** A user or group as the catalog names it, lower case: `group:default/payments`. */
export const entityRefSchema = v.pipe(
  v.string(),
  v.maxLength(250),
  v.regex(/^[a-z][a-z0-9.-]*:[^\s:/]+\/[^\s:/]+$/i, 'Expected <kind>:<namespace>/<name>, for example group:default/payments'),
  v.toLowerCase(),
);

/** Users and groups. Somebody is among them when one of their ownership refs is. */
export const audienceSchema = v.pipe(v.array(entityRefSchema), v.minLength(1), v.maxLength(200));

/** A fault in the portal's own terms. */
export const faultSchema = v.object({ code: v.string(), message: v.string(), fix: v.string() });
