/** HTTP status of each error name. The names are those of Backstage, so that its clients read them. */
export const errorStatus = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  MethodNotAllowedError: 405,
  RequestTimeoutError: 408,
  ConflictError: 409,
  PreconditionFailedError: 412,
  PayloadTooLargeError: 413,
  UnprocessableError: 422,
  PreconditionRequiredError: 428,
  TooManyRequestsError: 429,
  RequestHeadersTooLargeError: 431,
  InternalError: 500,
  NotImplementedError: 501,
  BadGatewayError: 502,
  ServiceUnavailableError: 503,
  GatewayTimeoutError: 504,
} as const;

/** What an error means, apart from any protocol. */
export type ErrorName = keyof typeof errorStatus;

/** The HTTP status that stands for an error name; 500 for a name that is not of the catalogue. */
export function statusOf(name: string): number {
  return Object.hasOwn(errorStatus, name) ? errorStatus[name as ErrorName] : 500;
}
