/** @jest-environment jsdom */
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Guard } from "../../src/pane/parts/Guard";
import { wordsFor } from "../../src/pane/words";

test("a view that throws says so in words, and can be opened again", async () => {
  const log = jest.spyOn(console, "error").mockImplementation(() => undefined); // React reports what the guard caught
  let broken = true;
  const View = () => {
    if (broken) throw new Error("column 3 of undefined");
    return <p>whole again</p>;
  };
  render(
    <Guard words={wordsFor("en")}>
      <View />
    </Guard>,
  );
  expect(screen.getByRole("alert").textContent).toMatch(/This view stopped working.*Your workbook is unchanged.*column 3 of undefined/s);
  broken = false;
  await userEvent.click(screen.getByRole("button", { name: "Open again" }));
  expect(screen.getByText("whole again")).toBeTruthy();
  log.mockRestore();
});
