import { HeldMessages } from "../../../src/workbench/shell/earlyFrame";

type Listener = (event: MessageEvent) => void;

/** A window of which only messages are of interest. */
function source() {
  const listeners = new Set<Listener>();
  return {
    addEventListener: (_type: "message", listener: Listener) => void listeners.add(listener),
    removeEventListener: (_type: "message", listener: Listener) => void listeners.delete(listener),
    say: (data: string) => listeners.forEach((listener) => listener({ data } as MessageEvent)),
    get listeners() {
      return listeners.size;
    },
  };
}

test("what a frame says before its host listens is told in its order, and then what comes", () => {
  const window = source();
  const held = new HeldMessages(window);
  window.say("first");
  window.say("second");
  const heard: string[] = [];
  held.addEventListener("message", (event) => heard.push(String(event.data)));
  window.say("third");
  expect(heard).toEqual([]); // the host is not yet attached to its frame
  held.release();
  expect(heard).toEqual(["first", "second", "third"]);
  window.say("fourth");
  expect(heard).toEqual(["first", "second", "third", "fourth"]);
});

test("nothing listens any more when the host is gone", () => {
  const window = source();
  const held = new HeldMessages(window);
  const heard: string[] = [];
  held.addEventListener("message", (event) => heard.push(String(event.data)));
  held.release();
  held.removeEventListener();
  window.say("late");
  expect(heard).toEqual([]);
  expect(window.listeners).toBe(0);
});
