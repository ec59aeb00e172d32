import type { PaneControl, RibbonControl } from "../richapi/context";

/** Whether the add-in's pane is seen. Either side may change it, and both are told. */
export class Pane implements PaneControl {
  visible = true;
  private readonly listeners = new Set<(visible: boolean) => void>();
  private readonly tellAddin: (visible: boolean) => void;

  constructor(tellAddin: (visible: boolean) => void) {
    this.tellAddin = tellAddin;
  }

  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    this.tellAddin(visible);
    for (const listener of [...this.listeners]) listener(visible);
  }

  onChange(listener: (visible: boolean) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

export interface RibbonState {
  readonly disabled: ReadonlySet<string>;
  readonly hiddenTabs: ReadonlySet<string>;
}

/** What the add-in switched on its ribbon; all that was never mentioned is on. */
export class Ribbon implements RibbonControl {
  private readonly disabled = new Set<string>();
  private readonly hiddenTabs = new Set<string>();
  private readonly listeners = new Set<(state: RibbonState) => void>();

  setEnabled(button: string, enabled: boolean): void {
    if (enabled) this.disabled.delete(button);
    else this.disabled.add(button);
    this.tell();
  }

  enabled(button: string): boolean {
    return !this.disabled.has(button);
  }

  setTabVisible(tab: string, visible: boolean): void {
    if (visible) this.hiddenTabs.delete(tab);
    else this.hiddenTabs.add(tab);
    this.tell();
  }

  onChange(listener: (state: RibbonState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener({ disabled: this.disabled, hiddenTabs: this.hiddenTabs });
  }
}
