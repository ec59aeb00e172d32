import type { Stop } from "../pane/host";
import { run } from "./excelRun";

/** An event of Office.js as a listener with its stop. A host without the event never calls, and the pane works without. */
function listen<T>(add: (context: Excel.RequestContext) => OfficeExtension.EventHandlerResult<T>): Stop {
  let stopped = false;
  let handler: OfficeExtension.EventHandlerResult<T> | undefined;
  const started = run(async (context) => {
    handler = add(context);
    await context.sync();
  }).catch(() => {
    handler = undefined;
  });
  const remove = async (): Promise<void> => {
    await started;
    if (handler === undefined) return;
    handler.remove();
    await handler.context.sync();
  };
  return () => {
    if (!stopped) void remove().catch(() => undefined); // the workbook may be closing: then nothing is left to stop
    stopped = true;
  };
}

export function onExcelSelection(listener: () => void): Stop {
  return listen((context) =>
    context.workbook.onSelectionChanged.add(() => {
      listener();
      return Promise.resolve();
    }),
  );
}

/** Told the name of the sheet whose cells were edited. Several edits within a moment are told apart by nobody: read again. */
export function onExcelEdit(listener: (sheet: string) => void): Stop {
  return listen((context) => context.workbook.worksheets.onChanged.add((event) => tell(event.worksheetId, listener)));
}

async function tell(worksheetId: string, listener: (sheet: string) => void): Promise<void> {
  const name = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId).load("name");
    await context.sync();
    return sheet.isNullObject ? undefined : sheet.name;
  }).catch(() => undefined);
  if (name !== undefined) listener(name);
}
