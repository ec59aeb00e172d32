/** Ribbon buttons on their way: the add-in's handler runs in its frame and says when it is done. */
export class Commands {
  private readonly waiting = new Map<string, { resolve: () => void; reject: (reason: Error) => void }[]>();
  private readonly queued: (() => void)[] = [];
  private listening = false;
  private readonly fire: (data: object) => void;

  constructor(fire: (data: object) => void) {
    this.fire = fire;
  }

  /** resolves with `event.completed()`; waits for the page to be ready when it is still loading */
  run(id: string, functionName: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = this.waiting.get(id) ?? [];
      this.waiting.set(id, [...waiting, { resolve, reject }]);
      const send = () => this.fire({ 0: id, 1: functionName, 2: JSON.stringify({ source: { id } }) });
      if (this.listening) send();
      else this.queued.push(send);
    });
  }

  /** the page listens for commands */
  ready(): void {
    this.listening = true;
    for (const send of this.queued.splice(0)) send();
  }

  completed(id: string): void {
    const [first, ...others] = this.waiting.get(id) ?? [];
    if (others.length > 0) this.waiting.set(id, others);
    else this.waiting.delete(id);
    first?.resolve();
  }

  /** what was running when the page went will never say that it is done; what was not sent yet is sent to the next page */
  reset(): void {
    if (this.listening) {
      const reason = new Error("The add-in was loaded again before the command was done.");
      for (const list of this.waiting.values()) for (const { reject } of list) reject(reason);
      this.waiting.clear();
    }
    this.listening = false;
  }
}
