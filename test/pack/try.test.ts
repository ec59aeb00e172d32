import { writeFileSync } from "node:fs";
import { makePack } from "../../src/bank/pack/makePack";
import { writePack } from "../../src/pack/writePack";
import { verifyPack } from "../../src/pack/verifyPack";
import { readLedger } from "../../src/ledger/readLedger";
import { book } from "../support/book";
import { Office } from "./office";

test("try", async () => {
  const grid = book`
    Invoice | Customer | Invoice date | Due date | Amount | Settled
    I-1 | Anker | 2026-01-10 | 2026-02-09 | 1000.10 | 2026-02-09
    I-2 | Anker | 2026-02-10 | 2026-03-12 | 2000.20 |
    I-3 | =1+1 Baltic | 2026-02-20 | 2026-04-06 | 3000 |
    I_x0041_4 | 青岛海润 | 2025-03-15 | 2025-04-14 | 3000 |
    I-5 | 青岛海润 | 2025-11-15 |  | 33.33 |
    C-6 | 青岛海润 | 2025-11-15 |  | -50.33 |
  `;
  const reading = readLedger(grid);
  const document = makePack(reading, undefined, reading.ledger.lastDay, {language: "both"});
  const bytes = await writePack(document);
  writeFileSync("/tmp/try.xlsx", bytes);
  const found = await verifyPack(bytes);
  console.log(JSON.stringify(found, null, 1));
  const office = new Office();
  const saved = office.save(bytes);
  writeFileSync("/tmp/try-saved.xlsx", saved);
  console.log(JSON.stringify(await verifyPack(saved), null, 1));
  office.close();
});
