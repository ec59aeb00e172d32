import { HostProblem, type ProblemCode } from "../pane/host";

/** What Office.js refuses, by its code; its message is translated and changes with the version, so it is never looked at. */
const PROBLEMS: Readonly<Record<string, ProblemCode>> = Object.assign(Object.create(null) as Record<string, ProblemCode>, {
  InvalidOperationInCellEditMode: "editing",
  ItemNotFound: "gone",
  InvalidReference: "notFound",
  InvalidArgument: "notFound",
  InvalidBinding: "gone",
  AccessDenied: "protected",
  InvalidOperation: "protected",
  ResponsePayloadSizeLimitExceeded: "tooLarge",
  RequestPayloadSizeLimitExceeded: "tooLarge",
  ApiNotFound: "unsupported",
  ApiNotAvailable: "unsupported",
  NotImplemented: "unsupported",
  UnsupportedOperation: "unsupported",
});

/** Whether Office.js refused for size: the reader then asks for fewer rows. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && PROBLEMS[error.code] === "tooLarge";
}

/** What Office.js refused, where it was Office.js. */
export function problemCode(error: unknown): ProblemCode | undefined {
  return error instanceof OfficeExtension.Error ? (PROBLEMS[error.code] ?? "other") : undefined;
}

/** One batch of requests; every refusal of Office.js becomes a HostProblem, whatever else goes wrong stays what it is. */
export async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    throw new HostProblem(problemCode(error)!, `${error.code}: ${error.message}`);
  }
}
