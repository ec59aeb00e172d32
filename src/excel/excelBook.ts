import { HostProblem } from "../pane/host";
import { problemCode } from "./excelRun";

/** A workbook file as a new book in a window of its own. Excel on iPads, and other programs, know no such thing. */
export async function openExcelBook(file: Uint8Array): Promise<void> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.8")) throw new HostProblem("unsupported");
  try {
    await Excel.createWorkbook(base64Of(file));
  } catch (error) {
    throw new HostProblem(problemCode(error) ?? "other", error instanceof Error ? error.message : String(error));
  }
}

/** As many bytes at a time as an argument list takes; a multiple of three, so that the parts join. */
const PART = 24_576;

function base64Of(file: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < file.length; at += PART) parts.push(btoa(String.fromCharCode(...file.subarray(at, at + PART))));
  return parts.join("");
}
