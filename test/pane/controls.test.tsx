/** @jest-environment jsdom */
import { screen } from "@testing-library/react";
import { sampleHost } from "../support/paneBooks";
import { openTab, renderPane, textOf } from "./renderPane";

/** Everything that can be operated has a role and a name, in every view and both languages. */
const OPERABLE = "button, a[href], input, select, textarea, [tabindex]:not([tabindex='-1'])";

function nameOf(element: Element): string {
  const labelled = (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
  const labels = "labels" in element ? [...((element as HTMLInputElement).labels ?? [])].map(textOf).join(" ") : "";
  return element.getAttribute("aria-label") ?? (labelled || labels || textOf(element) || (element.getAttribute("placeholder") ?? ""));
}

function unnamed(): string[] {
  return [...document.querySelectorAll(OPERABLE)].filter((element) => element.closest("[aria-hidden='true'], [inert]") === null && nameOf(element) === "").map((element) => element.outerHTML.slice(0, 160));
}

describe.each([
  ["en", ["Ledger", "Portfolio", "Buyer"]],
  ["zh", ["台账", "总览", "客户"]],
] as const)("%s", (language, views) => {
  test.each(views)("%s", async (view) => {
    const user = renderPane(sampleHost({ language }));
    await screen.findByRole("heading", { name: /Invoices/ });
    await openTab(user, view);
    await screen.findAllByRole("heading", { level: 2 });
    await new Promise((later) => setTimeout(later, 100));
    expect(unnamed()).toEqual([]);
    if (language === "zh") expect([...document.querySelectorAll("[aria-label]")].map(nameOf).filter((name) => /^[A-Za-z ]+$/.test(name))).toEqual([]);
    expect([...document.querySelectorAll("[id]")].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)).toEqual([]);
    for (const table of document.querySelectorAll("table")) expect(table.querySelectorAll("th[scope]").length).toBeGreaterThan(0);
    for (const section of document.querySelectorAll("section")) expect(nameOf(section)).not.toBe("");
  });
});
