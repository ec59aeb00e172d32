import { CustomFunctionChannel, outcomeOf } from "../../../src/workbench/transport/customFunctionChannel";
import type { Outcome } from "../../../src/workbench/functions/channel";

test.each([
  [[1, true, 5, [0]], { invocation: 1, ok: true, value: 5 }],
  [[1, true, [[1, "a"]], []], { invocation: 1, ok: true, value: [[1, "a"]] }],
  [[1, true, null, []], { invocation: 1, ok: true, value: null }],
  [[1, true, { type: "Error", basicValue: "#N/A", message: "why" }], { invocation: 1, ok: false, error: "#N/A", message: "why" }],
  [[1, false, "why", 1], { invocation: 1, ok: false, error: "#N/A", message: "why" }],
  [[1, false, "why", 7], { invocation: 1, ok: false, error: "#VALUE!", message: "why" }],
  [[1, false, "", 5], { invocation: 1, ok: false, error: "#DIV/0!", message: "" }],
  [[1, false, "Infinity", 6], { invocation: 1, ok: false, error: "#NUM!", message: "" }],
  [[1, false, "NaN", 0], { invocation: 1, ok: false, error: "#VALUE!", message: "" }],
  [[1, false, "", 8], { invocation: 1, ok: false, error: "#NULL!", message: "" }],
  [[1, false, null, 10], { invocation: 1, ok: false, error: "#NAME?", message: "" }],
  [[1, false, {}, 99], { invocation: 1, ok: false, error: "#VALUE!", message: "" }],
])("%j", (row, outcome) => {
  expect(outcomeOf(row)).toEqual(outcome);
});

test("one message a batch, in the runtime's own form", () => {
  const sent: unknown[] = [];
  const channel = new CustomFunctionChannel((entries) => sent.push(entries), () => Infinity);
  channel.send([
    { invocation: 7, id: "DSO", args: [[[1, 2]], null], address: "Sheet1!C7", flags: 4 },
    { invocation: 8, id: "VERSION", args: [], address: "Sheet1!C8", flags: 0 },
  ]);
  channel.cancel(7);
  expect(sent).toEqual([
    [[1, 1000, "", '[7,"DSO",[[[1,2]],null],"Sheet1!C7",4,null]', 1], [1, 1000, "", '[8,"VERSION",[],"Sheet1!C8",0,null]', 2]],
    [[1, 1001, "", '{"invocationId":7}', 3]],
  ]);
});

test("ready, results and reset are told to those who listen, until they stop", async () => {
  const channel = new CustomFunctionChannel(() => undefined, () => 100);
  const told: unknown[] = [];
  channel.onReady(() => told.push("ready"));
  const stop = channel.onOutcomes((outcomes: readonly Outcome[]) => told.push(...outcomes));
  channel.onReset(() => told.push("reset"));
  channel.runtimeReady();
  channel.results([[1, true, 5]]);
  channel.send([{ invocation: 2, id: "X", args: ["x".repeat(200)], address: "", flags: 0 }]);
  expect(told).toHaveLength(2); // a refusal comes later, like every outcome
  await Promise.resolve();
  expect(told[2]).toMatchObject({ invocation: 2, ok: false, error: "#VALUE!" });
  stop();
  channel.results([[3, true, 5]]);
  channel.reset();
  expect([channel.ready, told.length, told.at(-1)]).toEqual([false, 4, "reset"]);
});
