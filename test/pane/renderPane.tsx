import { act, configure, render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { PaneRoot } from "../../src/pane/PaneRoot";
import type { PaneRequests } from "../../src/pane/useRequests";
import type { MemoryHost } from "../support/memoryHost";

/** Asking the styles of every element whether it is hidden takes most of a test's time; a busy machine may take a while. */
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });

/** jsdom lacks what keyboard events on radio buttons are told apart by. */
Object.assign(globalThis, { CSS: { escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`) } });

/** Draws the pane over a host, as a page would. */
export function renderPane(host: MemoryHost, requests?: PaneRequests): UserEvent {
  render(<PaneRoot host={host} {...(requests === undefined ? {} : { requests })} />);
  return userEvent.setup();
}

export async function openTab(user: UserEvent, name: string): Promise<void> {
  await user.click(screen.getByRole("tab", { name }));
}

/** The text of an element as read, blanks folded. */
export function textOf(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** Rows of a table as texts. */
export function rowsOf(table: Element): string[][] {
  return [...table.querySelectorAll("tr")].map((row) => [...row.querySelectorAll("th, td")].map(textOf));
}

/** Something that happens outside the pane: in the workbook, or to the focus. */
export async function happens(what: () => void): Promise<void> {
  await act(async () => {
    what();
    await Promise.resolve();
  });
}

/** Chooses a column for a field, as somebody would with the mouse. */
export async function chooseColumn(user: UserEvent, field: string, column: RegExp | string): Promise<void> {
  await user.click(await screen.findByRole("combobox", { name: `Column: ${field}` }));
  await user.click(await screen.findByRole("option", { name: column }));
}
