import { MemoryBook } from "../../../src/workbench/model/MemoryBook";
import { workbookPortSuite } from "../../support/workbookPortSuite";

workbookPortSuite("the book in memory", () => new MemoryBook());
