import type { FunctionChannel, Invocation, Outcome } from "../functions/channel";

/**
 * The grid wants its channel before the Office.js host exists, and the host wants the grid's book: this stands between.
 * Until it is connected it is not ready, so nothing is sent.
 */
export class LateChannel implements FunctionChannel {
  readonly #outcomes = new Set<(outcomes: readonly Outcome[]) => void>();
  readonly #ready = new Set<() => void>();
  readonly #reset = new Set<() => void>();
  #channel: FunctionChannel | undefined;

  connect(channel: FunctionChannel): void {
    this.#channel = channel;
    channel.onOutcomes((outcomes) => this.#outcomes.forEach((listener) => listener(outcomes)));
    channel.onReady(() => this.#ready.forEach((listener) => listener()));
    channel.onReset(() => this.#reset.forEach((listener) => listener()));
    if (channel.ready) this.#ready.forEach((listener) => listener());
  }

  get ready(): boolean {
    return this.#channel?.ready ?? false;
  }

  send(batch: readonly Invocation[]): void {
    if (this.#channel === undefined) throw new Error("Nothing may be sent before the Office.js host is connected");
    this.#channel.send(batch);
  }

  cancel(invocation: number): void {
    this.#channel?.cancel(invocation);
  }

  onOutcomes(listener: (outcomes: readonly Outcome[]) => void): () => void {
    return listenIn(this.#outcomes, listener);
  }

  onReady(listener: () => void): () => void {
    return listenIn(this.#ready, listener);
  }

  onReset(listener: () => void): () => void {
    return listenIn(this.#reset, listener);
  }
}

function listenIn<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
