import { BookStore } from "../../../src/workbench/model/bookStore";
import { MemoryBook } from "../../../src/workbench/model/MemoryBook";
import { createOfficeHost } from "../../../src/workbench/transport/officeHost";

/** The parent page of the frame test: a book in memory behind the web protocol, its frame beside it. */
const book = new MemoryBook();
const store = new BookStore();
const host = createOfficeHost({ port: book, store, document: { url: "https://localhost/Book1.xlsx", locale: "en-US" }, addinName: "Frame test", requirementSets: requirements() });
const frame = document.createElement("iframe");
frame.name = host.frameName();
frame.src = "/addin.html";
document.body.append(frame);
host.attachFrame(frame.contentWindow!, window.origin);
Object.assign(window, { book, store, host, frame });

function requirements() {
  return { ExcelApi: "1.10", CustomFunctionsRuntime: "1.3", SharedRuntime: "1.1", RibbonApi: "1.1", CustomFunctions: "1.9", SharedRuntimeInternal: "1.2", DynamicRibbon: "1.1" };
}
