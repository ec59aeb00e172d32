/** What an action can fail with: Office.js' own codes, and the HTTP status the client expects beside each. */
const STATUS = {
  ItemNotFound: 404,
  ItemAlreadyExists: 409,
  InvalidArgument: 400,
  InvalidReference: 400,
  InvalidOperation: 400,
  ApiNotFound: 404,
  GeneralException: 500,
  InsertDeleteConflict: 409,
  RangeExceedsLimit: 400,
  AccessDenied: 403,
  EnsureUnchangedFailed: 409,
} as const;

export type HostErrorCode = keyof typeof STATUS;

export class HostError extends Error {
  readonly code: HostErrorCode;
  readonly status: number;
  constructor(code: HostErrorCode, message: string) {
    super(message);
    this.name = "HostError";
    this.code = code;
    this.status = STATUS[code];
  }
}

export function notFound(what: string): HostError {
  return new HostError("ItemNotFound", `The requested resource doesn't exist: ${what}.`);
}

export function invalidArgument(why: string): HostError {
  return new HostError("InvalidArgument", `The argument is invalid or missing or has an incorrect format: ${why}.`);
}

export function invalidReference(why: string): HostError {
  return new HostError("InvalidReference", `This reference is not valid for the current operation: ${why}.`);
}
