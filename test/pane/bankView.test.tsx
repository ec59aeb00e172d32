/** @jest-environment jsdom */
import "../support/browserGlobals";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { borrowingBase } from "../../src/bank/borrowingBase";
import { TERMS } from "../../src/bank/lenderTerms";
import { makePack } from "../../src/bank/pack/makePack";
import { readTerms } from "../../src/bank/readTerms";
import { readTape } from "../../src/pack/readTape";
import { verifyPack } from "../../src/pack/verifyPack";
import { writePack } from "../../src/pack/writePack";
import { againstPack } from "../../src/pane/bank/againstPack";
import { waterfall } from "../../src/pane/bank/baseExhibits";
import { lentOn } from "../../src/pane/bank/lentOn";
import { termsPlan } from "../../src/pane/bank/termsTemplate";
import { bankWords } from "../../src/pane/bank/words";
import { position } from "../../src/receivables/position";
import type { Cell, Grid } from "../../src/values/cell";
import type { Language } from "../../src/values/say";
import type { MemoryHost } from "../support/memoryHost";
import { INVOICES, invoicesHost, NEW_YEAR, withCell } from "./books";
import { quietPane } from "./paneSession";
import { openTab, renderPane, rowsOf, textOf } from "./renderPane";

const TERM_ROWS: Grid = [
  ["Rule", "On", "Value", "Source"],
  ["pastInvoiceDays", "yes", 70, "Eligible Accounts (b)"],
  ["crossAge", "yes", 0.5, ""],
  ["concentration", "yes", 0.5, ""],
  ["advanceRate", "", 0.8, "Borrowing Base"],
  ["countInsured", "yes", "", ""],
  ["loans", "", 500, ""],
];

function bankHost(terms: Grid = TERM_ROWS, invoices: Grid = INVOICES, language: Language = "en"): MemoryHost {
  const host = invoicesHost({ language }, invoices);
  host.sheets.set("Agreement", terms.map((row) => [...row]));
  return host;
}

async function bank(host: MemoryHost, tab = "Bank"): Promise<ReturnType<typeof renderPane>> {
  const user = renderPane(host);
  await screen.findByText(/^6 documents of 3 buyers$|^6 张单据/);
  await openTab(user, tab);
  return user;
}

const region = (name: string): Promise<HTMLElement> => screen.findByRole("region", { name });

describe.each(["en", "zh"] as const)("the sheet of usual terms, %s", (language) => {
  const plan = termsPlan("LenderTerms", language);
  const grid: Cell[][] = [];
  for (const cell of plan.cells) if ("value" in cell) (grid[cell.row] ??= [])[cell.column] = cell.value;

  test("reads back as the terms it says: every rule there is, the usual ones on", () => {
    const table = plan.tables![0]!;
    const body = grid.slice(table.row, table.row + table.rows);
    expect(body).toHaveLength(1 + TERMS.length);
    const terms = readTerms(body, 2);
    expect([terms.get("advanceRate")?.value, terms.get("pastInvoiceDays")?.value, terms.get("crossAge")?.value, terms.has("countInsured"), terms.has("commitment"), terms.has("excludeForeign")]).toEqual([0.85, 90, 0.5, false, false, true]);
    expect(body.slice(1).every(([, , , source, meaning]) => source !== "" && meaning !== "")).toBe(true);
  });

  test("what may be typed is ruled for every value, and the switches", () => {
    expect(plan.rules).toHaveLength(1 + TERMS.filter(({ kind }) => kind !== "switch").length);
  });
});

test("usual terms are written, chosen and remembered; the base follows them", async () => {
  const host = invoicesHost();
  const user = await bank(host);
  const section = await region("The lender's terms");
  await user.click(within(section).getByRole("button", { name: "Write a sheet of usual terms" }));
  await within(section).findByText(/^\d+ rules on, advance rate 85%$/);
  expect(host.settings.get("openAccount.terms")).toBe("LenderTerms[#All]");
  expect(within(section).getByRole("combobox", { name: "Range with the terms" })).toHaveProperty("value", "LenderTerms[#All]");
  await region("Borrowing base");
});

test("terms that cannot be read: the sentence, its row, and the way there; mended in the sheet they are read again", async () => {
  const host = bankHost(withCell(TERM_ROWS, 4, 2, "180%"));
  const user = await bank(host);
  const section = await region("The lender's terms");
  const alert = await within(section).findByRole("alert");
  expect(textOf(alert)).toContain('Row 5 of the terms: advanceRate cannot be "180%".');
  await user.click(within(alert).getByRole("button", { name: "Show row 5" }));
  expect(host.visited.at(-1)).toEqual({ sheet: "Agreement", row: 4, column: 0 });
  host.edit("Agreement", 4, 2, 0.8);
  await within(section).findByText("6 rules on, advance rate 80%");
});

test("from gross to availability: 2670.25 open, West's 250.25 past due and the rest of it cross-aged, a cap, 80 %, less 500 drawn", async () => {
  const host = bankHost();
  await bank(host);
  const rows = rowsOf(within(await region("Borrowing base")).getByRole("table"));
  // open 250.25 + 2000 + 300 + 120 on 2025-03-20; West 250.25 is 76 days old and most of its 370.25
  expect(rows).toEqual([
    ["Line", "Amount"], ["Gross receivables", "2,670.25"], ["Past due", "−250.25"], ["Cross-aged buyers", "−120.00"], ["Concentration", "−850.00"],
    ["Eligible", "1,450.00"], ["Not advanced", "−290.00"], ["Borrowing base", "1,160.00"], ["Loans", "−500.00"], ["Availability", "660.00"],
  ]);
  const buyers = rowsOf(within(await region("Buyers before the lender")).getByRole("table"));
  expect(buyers[2]).toEqual(["West & Sons", "370.25", "250.25", "68%", "yes", "0.00", "0.00"]);
  const costs = rowsOf(await within(await region("What each rule costs")).findByRole("table"));
  expect(costs[1]!.slice(1)).toEqual(["850.00", "680.00"]); // without the cap 2,300 are eligible
});

test("each line of the waterfall is what it takes from the one above", async () => {
  const pane = await quietPane(bankHost());
  const { ledger } = pane.opened().reading;
  const terms = readTerms([...TERM_ROWS, ["commitment", "", 600, ""], ["reserve", "", 2000, ""], ["lettersOfCredit", "", 10, ""]], 2);
  const base = borrowingBase(position(ledger, ledger.lastDay), terms);
  if (!base.known) throw new Error(base.reason.code);
  const { drawing, notes } = waterfall(base.value, terms, bankWords("en"), "en");
  if (drawing?.kind !== "waterfall") throw new Error("no drawing");
  let level = 0;
  drawing.values.forEach((minor, at) => {
    if (drawing.sums[at] === true && at > 0) expect(minor).toBe(level);
    level = drawing.sums[at] === true ? minor : level + minor;
  });
  expect([level, notes]).toEqual([base.value.availability, [bankWords("en").base.over]]);
});

test("Insert as formulas: AR.BORROWINGBASE and AR.ELIGIBLE over the connected ledger and the terms", async () => {
  const host = bankHost();
  const user = await bank(host);
  await user.click(within(await region("Borrowing base")).getByRole("button", { name: "Borrowing base: Insert as formulas" }));
  await waitFor(() => expect(host.sheets.has("Borrowing base")).toBe(true));
  const formulas = host.written.at(-1)!.cells.flatMap((cell) => ("formula" in cell ? [cell.formula] : []));
  expect(formulas).toEqual(["=AR.BORROWINGBASE(Ledger,Agreement!A1:D7,$B$3)", "=AR.ELIGIBLE(Ledger,Agreement!A1:D7,$B$3)"]);
});

describe("a pack", () => {
  test("what leaves is shown, then it is made, reads back intact, and opens beside the book", async () => {
    const host = bankHost();
    const user = await bank(host);
    const section = await region("Make a pack");
    await user.click(within(section).getByRole("radio", { name: "By codes" }));
    await user.click(within(section).getByRole("button", { name: "Show what leaves" }));
    const shown = await within(section).findByRole("group", { name: "What leaves" });
    await user.click(within(shown).getByRole("button", { name: /^Every text that leaves/ }));
    expect(textOf(shown)).not.toMatch(/North Mill|South Trade|West & Sons/);
    const warned = within(section).queryByRole("checkbox", { name: /I have read this/ });
    if (warned !== null) await user.click(warned);
    await user.click(within(section).getByRole("button", { name: "Make the pack" }));
    await within(section).findByText(/^Borrowing base 2025-03-20\.xlsx is made, .* reads back as it was sealed\./, undefined, { timeout: 60_000 });
    await user.click(within(section).getByRole("button", { name: "Open beside this book" }));
    await within(section).findByText(/^The pack is open beside this book/);
    const tape = await readTape(host.books[0]!, 2);
    expect([tape?.lines.length, tape?.isAnonymous, tape?.asOf]).toEqual([4, true, NEW_YEAR + 78]);
  }, 120_000);

  test("signed by a key of the user's own, kept only locked: a wrong passphrase makes nothing", async () => {
    const host = bankHost();
    const user = await bank(host);
    const section = await region("Make a pack");
    await user.click(within(section).getByRole("button", { name: "Show what leaves" }));
    await within(section).findByRole("group", { name: "What leaves" });
    await user.click(within(section).getByRole("button", { name: "Sign it" }));
    fireEvent.change(within(section).getByLabelText("Passphrase"), { target: { value: "a long enough one" } });
    await user.click(within(section).getByRole("button", { name: "Make my key" }));
    await within(section).findByText(/^Your key: (?:[0-9a-f]{4} ?){4}\./, undefined, { timeout: 30_000 });
    expect(host.recall("packKey")).toMatch(/^\{"publicKey":/);
    fireEvent.change(within(section).getByLabelText("Passphrase"), { target: { value: "another one" } });
    await user.click(within(section).getByRole("button", { name: "Make the pack" }));
    await within(section).findByText(/^This passphrase does not open the key/, undefined, { timeout: 60_000 });
    fireEvent.change(within(section).getByLabelText("Passphrase"), { target: { value: "a long enough one" } });
    await user.click(within(section).getByRole("button", { name: "Make the pack" }));
    await user.click(await within(section).findByRole("button", { name: "Open beside this book" }, { timeout: 60_000 }));
    await within(section).findByText(/^The pack is open beside this book/);
    expect(await verifyPack(host.books[0]!)).toMatchObject({ isIntact: true, signature: "valid" });
  }, 180_000);

  test("a host that opens no book says so, and the download stays", async () => {
    const host = bankHost();
    host.failing.set("openBook", "unsupported");
    const user = await bank(host);
    const section = await region("Make a pack");
    await user.click(within(section).getByRole("button", { name: "Show what leaves" }));
    await within(section).findByRole("group", { name: "What leaves" });
    await user.click(within(section).getByRole("button", { name: "Make the pack" }));
    await user.click(await within(section).findByRole("button", { name: "Open beside this book" }, { timeout: 60_000 }));
    await within(section).findByText(/^This program opens no book from here/);
    expect(within(section).getByRole("button", { name: "Download" })).toBeTruthy();
  }, 120_000);

  test("a control total that differs is refused with the difference; what is no amount is not asked for", async () => {
    const user = await bank(bankHost());
    const section = await region("Make a pack");
    const control = within(section).getByRole("textbox", { name: /^Control total/ });
    await user.type(control, "2,700.25");
    await user.click(within(section).getByRole("button", { name: "Show what leaves" }));
    expect(textOf(await within(section).findByRole("alert"))).toMatch(/2,670\.25.*2,700\.25.*30\.00/);
    await user.clear(control);
    await user.type(control, "much");
    expect(textOf(section)).toContain("This is not an amount.");
    expect(within(section).getByRole("button", { name: "Show what leaves" }).getAttribute("aria-disabled")).toBe("true");
  });

  test("money in doubt above 1 % is said, and no file is made before it was read", async () => {
    const user = await bank(bankHost(TERM_ROWS, withCell(INVOICES, 4, 4, "soon")));
    const section = await region("Make a pack");
    await user.click(within(section).getByRole("button", { name: "Show what leaves" }));
    const accept = await within(section).findByRole("checkbox", { name: /I have read this/ });
    const make = within(section).getByRole("button", { name: "Make the pack" });
    expect(make.getAttribute("aria-disabled")).toBe("true");
    await user.click(accept);
    expect(make.getAttribute("aria-disabled")).not.toBe("true");
  });
});

async function packOf(host: MemoryHost, choices: Parameters<typeof makePack>[3] = {}): Promise<Uint8Array> {
  const { reading } = (await quietPane(host)).opened();
  return writePack(makePack(reading, readTerms(TERM_ROWS, 2), reading.ledger.lastDay, choices));
}

function fileOf(bytes: Uint8Array, name: string): File {
  const file = new File([bytes as BlobPart], name);
  return Object.assign(file, { arrayBuffer: () => Promise.resolve(bytes.slice().buffer) }); // jsdom's has none
}

test("Verify a pack: by button intact, dropped and no pack, with another seal not so", async () => {
  const user = await bank(bankHost());
  const section = await region("Verify a pack");
  const input = within(section).getByLabelText("Verify a pack", { selector: "input" });
  const bytes = await packOf(bankHost());
  await user.upload(input, fileOf(bytes, "march.xlsx"));
  await within(section).findByText("march.xlsx: INTACT", undefined, { timeout: 60_000 });
  expect(rowsOf(within(section).getByRole("table")).map(([label]) => label)).toContain("Pack seal");
  fireEvent.drop(within(section).getByRole("group", { name: "Verify a pack" }), { dataTransfer: { files: [fileOf(new Uint8Array([1, 2, 3]), "notes.xlsx")] } });
  await within(section).findByText("notes.xlsx: NO PACK");
  await user.type(within(section).getByRole("textbox", { name: /^Seal as its maker told you/ }), "0".repeat(64));
  await user.upload(input, fileOf(bytes, "march.xlsx"));
  await within(section).findByText("march.xlsx: DIFFERS", undefined, { timeout: 60_000 });
}, 120_000);

test("last month's pack: a re-aged invoice, a moved due day, one credited and billed again, each leading to its row", async () => {
  const before = await packOf(bankHost());
  const now = [
    ...INVOICES.slice(0, 3), [...INVOICES[3]!.slice(0, 3), NEW_YEAR + 60, NEW_YEAR + 90, 250.25, ""], [...INVOICES[4]!.slice(0, 4), NEW_YEAR + 100, 2000, ""],
    ["C-2", "South Trade", "F-5b", NEW_YEAR + 77, NEW_YEAR + 107, 300, ""], INVOICES[6]!,
  ] as Grid;
  const host = bankHost(TERM_ROWS, now);
  const user = await bank(host);
  const section = await region("Compare with an earlier pack");
  await user.upload(within(section).getByLabelText("Last month's pack", { selector: "input" }), fileOf(before, "feb.xlsx"));
  const reaged = await within(section).findByRole("group", { name: /^Re-aged/ });
  expect(rowsOf(reaged)).toEqual([["Invoice", "Buyer", "Was", "Now"], ["F-3", "West & Sons", "Jan 3, 2025", "Mar 2, 2025"]]);
  expect(rowsOf(within(section).getByRole("group", { name: "Due days moved" }))[1]).toEqual(["F-4", "North Mill", "Mar 12, 2025", "Apr 11, 2025"]);
  expect(rowsOf(within(section).getByRole("group", { name: "Credited and billed again" }))[1]).toEqual(["F-5b", "F-5", "South Trade", "300.00"]);
  await user.click(within(reaged).getByRole("button", { name: /F-3/ }));
  expect(host.visited.at(-1)).toEqual({ sheet: "Sheet1", row: 3, column: 0 });
});

test("an anonymous pack cannot be compared, and no pack is none", async () => {
  const host = bankHost();
  const opened = (await quietPane(host)).opened();
  const terms = readTerms(TERM_ROWS, 2);
  const lent = lentOn(opened, undefined, terms, { reference: "Agreement!A1:D7", table: "", place: { sheet: "Agreement", row: 0, column: 0 }, rows: 7, columns: 4, head: [] });
  expect(await againstPack(await packOf(host, { numbers: false }), lent)).toBe("anonymous");
  expect(await againstPack(await packOf(host, { anonymous: true }), lent)).toBe("anonymous");
  expect(await againstPack(new Uint8Array(9), lent)).toBe("noPack");
});

test("whom to insure: offers to begin with, a wrong one named, the choice exact", async () => {
  const user = await bank(bankHost(TERM_ROWS.map((row) => (row[0] === "concentration" ? ["excludeForeign", "yes", "", ""] : row))));
  const section = await region("Whom to insure");
  const limit = within(section).getByRole("textbox", { name: "West & Sons: Limit" });
  await user.clear(limit);
  await user.type(limit, "none");
  expect(textOf(section)).toContain("West & Sons: a limit above 0");
  await user.clear(limit);
  await user.type(limit, "400");
  await user.click(within(section).getByRole("button", { name: "Find the best cover" }));
  await within(section).findByText("No cover gains any availability."); // past due stays out, insured or not
});

test("insured receivables are lent upon at a better rate: 90 % of 2,300 at 0.9 for 0.8 gains 207 for a premium of 11.50", async () => {
  const user = await bank(bankHost(TERM_ROWS.map((row) => (row[0] === "concentration" ? ["advanceRateInsured", "yes", 0.9, ""] : row))));
  const section = await region("Whom to insure");
  await user.click(within(section).getByRole("button", { name: "Find the best cover" }));
  const chosen = await within(section).findByRole("group", { name: "Insure" });
  expect(rowsOf(within(chosen).getByRole("table"))).toEqual([["Insure", "Limit", "Premium"], ["North Mill", "2,000.00", "10.00"], ["South Trade", "300.00", "1.50"]]);
  expect(textOf(chosen)).toMatch(/207\.00.*18\.0 for each unit of premium.*11\.50.*Exact/);
});

test("without countInsured the view says what is lacking", async () => {
  await bank(bankHost(TERM_ROWS.filter(([rule]) => rule !== "countInsured")));
  expect(textOf(await region("Whom to insure"))).toContain("switch countInsured on");
});

test("the view in Chinese", async () => {
  await bank(bankHost(TERM_ROWS, INVOICES, "zh"), "银行");
  expect(rowsOf(within(await region("借款基数")).getByRole("table"))[1]).toEqual(["应收总额", "2,670.25"]);
});
