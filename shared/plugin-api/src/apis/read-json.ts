import { createError, errorStatus, pluginApiErrors, statusOf } from '@portico/errors';
import type { ErrorDetail, ErrorName, PorticoError } from '@portico/errors';
import type { ErrorBody } from '@portico/contracts';

const nameByStatus = (status: number): ErrorName => {
  const names = Object.keys(errorStatus) as ErrorName[];
  return names.find(name => errorStatus[name] === status) ?? (status < 500 ? 'InputError' : 'InternalError');
};

function asErrorBody(body: unknown): ErrorBody['error'] | undefined {
  const error = (body as Partial<ErrorBody> | null | undefined)?.error;
  return error && typeof error.message === 'string' && typeof error.code === 'string' ? error : undefined;
}

async function failureOf(response: Response): Promise<PorticoError> {
  const name = nameByStatus(response.status);
  const error = asErrorBody(await response.json().catch(() => undefined));
  if (!error) {
    const definition = { ...pluginApiErrors.RESPONSE_FAILED, name };
    return createError(definition, { url: response.url, status: response.status });
  }
  const known = statusOf(error.name) === response.status ? (error.name as ErrorName) : name;
  // The texts come filled in: braces in them are not placeholders.
  const definition = { code: error.code, name: known, message: '{message}', fix: '{fix}' };
  const details = error.details as readonly ErrorDetail[] | undefined;
  return createError(definition, { message: error.message, fix: error.fix ?? '' }, details ? { details } : {});
}

/**
 * The JSON body of an answer. An error answer of the portal becomes the error that the backend threw (code, message, fix,
 * details); any other one `PLUGIN_API_RESPONSE_FAILED`, a body that is no JSON `PLUGIN_API_RESPONSE_NOT_JSON`.
 */
export async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) throw await failureOf(response);
  const text = await response.text();
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    const received = response.headers.get('content-type') ?? 'an answer without a content type';
    throw createError(pluginApiErrors.RESPONSE_NOT_JSON, { url: response.url, received }, { cause });
  }
}
