import { PAYLOAD_LIMIT } from "../functions/channel";
import type { Grid } from "../grid/univerStart";
import { startGrid } from "../grid/univerStart";
import { addressText, areaText } from "../model/a1";
import type { BookSnapshot } from "../model/bookSnapshot";
import { BookStore } from "../model/bookStore";
import { takeCharts, withCharts } from "../model/restingCharts";
import type { WorkbookPort } from "../model/WorkbookPort";
import { ownBook, type OwnBook } from "../sample/books";
import { createOfficeHost, type OfficeHost } from "../transport/officeHost";
import { notKeptSentence } from "../xlsx/carried";
import { withDataRules } from "../xlsx/dataRules";
import { FileRefused, openBookFile } from "../xlsx/openBookFile";
import { saveXlsx } from "../xlsx/saveXlsx";
import { earlyFrame, type EarlyFrame } from "./earlyFrame";
import { handedAsked, openHanded, takeHanded } from "./handedBooks";
import { LateChannel } from "./lateChannel";
import { readManifest, type AddinManifest, type RibbonGroup } from "./manifest";
import { rememberTrust, trustWasSeen } from "./trust";
import { words, type Language } from "./words";

export interface Message {
  readonly id: number;
  readonly intent: "info" | "warning" | "error";
  readonly text: string;
  /** what may be done about it */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface SessionState {
  readonly bookName: string;
  /** changed since it was opened or saved */
  readonly edited: boolean;
  /** what is being done, as a sentence; undefined while the user may work */
  readonly busy: string | undefined;
  readonly messages: readonly Message[];
  readonly groups: readonly RibbonGroup[];
  readonly disabledButtons: ReadonlySet<string>;
  readonly addinName: string;
  readonly addinReady: boolean;
  readonly paneVisible: boolean;
  readonly calculating: boolean;
  /** cells that show #BUSY! */
  readonly busyCells: number;
  /** the selected cell, and why it shows an error ("" when it does not) */
  readonly cell: { readonly address: string; readonly sentence: string };
  readonly unknownMembers: readonly string[];
}

export interface SessionOptions {
  readonly language: Language;
  readonly dark: boolean;
  /** the book to begin with; the sample where none is named */
  readonly opens?: OwnBook;
  /** a book to go on with, after the language or the theme was switched */
  readonly book?: { readonly snapshot: BookSnapshot; readonly name: string; readonly edited: boolean; readonly store: BookStore };
}

const ADDIN = "/addin/";
const LOCALE: Readonly<Record<Language, string>> = { en: "en-US", zh: "zh-CN" };

/** The runtime's own start takes some two seconds; a question about trust may stand longer. */
const PATIENCE = 30_000;

/** One open book, the grid that shows it and the add-in beside it. The window only shows its state. */
export class Session {
  state: SessionState;
  readonly #options: SessionOptions;
  readonly #say: ReturnType<typeof words>;
  readonly #store: BookStore;
  readonly #listeners = new Set<(state: SessionState) => void>();
  readonly #stops: (() => void)[] = [];
  #grid: Grid | undefined;
  #addin: AddinManifest | undefined;
  #frame: HTMLIFrameElement | undefined;
  #host: OfficeHost | undefined;
  #started = false;
  #lastMessage = 0;
  #trustHint: number | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#say = words(options.language);
    this.#store = options.book?.store ?? new BookStore();
    this.state = {
      bookName: options.book?.name ?? this.#say(`${options.opens ?? "sample"}Name`),
      edited: options.book?.edited ?? false,
      busy: this.#say("starting"),
      messages: [],
      groups: [],
      disabledButtons: new Set(),
      addinName: "Open Account",
      addinReady: false,
      paneVisible: true,
      calculating: true,
      busyCells: 0,
      cell: { address: "", sentence: "" },
      unknownMembers: [],
    };
  }

  onChange(listener: (state: SessionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts the grid and the add-in's frame into their places. A second call does nothing. */
  async start(gridPlace: HTMLElement, framePlace: HTMLElement): Promise<void> {
    if (this.#started) return;
    this.#started = true;
    try {
      const locale = LOCALE[this.#options.language];
      const manifest = readManifest(await text(`${ADDIN}manifest.xml`), locale, ADDIN);
      const functions: unknown = JSON.parse(await text(manifest.metadataAddress));
      this.#addin = manifest;
      this.#change({ groups: manifest.groups, addinName: manifest.name });
      this.#hintAtTrust();
      const early = earlyFrame(manifest, framePlace, locale);
      await painted(); // the hint is seen, and the frame's page and scripts are fetched and parsed while the grid is built
      this.#assemble(gridPlace, early, manifest, functions, locale);
      this.#change({ busy: undefined });
      if (handedAsked() && this.#options.book === undefined) await this.#openHanded();
    } catch (error) {
      this.#change({ busy: undefined });
      this.#tell("error", this.#say("startFailed", { why: this.#sentenceOf(error) }));
    }
  }

  #assemble(gridPlace: HTMLElement, early: EarlyFrame, manifest: AddinManifest, functions: unknown, locale: string): void {
    const channel = new LateChannel();
    const { language, dark, book, opens } = this.#options;
    const grid = startGrid({
      container: gridPlace, channel, functions, namespace: manifest.namespace, snapshot: book?.snapshot ?? ownBook(opens ?? "sample", language), locale: language, dark, payloadLimit: payloadLimit(),
    });
    this.#grid = grid;
    if (book !== undefined) takeCharts(this.#store.charts, book.snapshot, grid.port.sheets());
    const host = createOfficeHost({
      port: grid.port, store: this.#store, document: { url: `${location.origin}/${encodeURIComponent(this.state.bookName)}`, locale }, addinName: manifest.name,
      openBook: (file) => this.#newBook(file), messages: early.messages, conversation: early.conversation,
      ...(payloadLimit() === undefined ? { payloadLimit: Infinity } : {}),
    });
    this.#host = host;
    channel.connect(host.functions);
    this.#listen(grid, host);
    host.attachFrame(early.frame.contentWindow!, location.origin);
    early.messages.release();
    this.#frame = early.frame;
    this.#watchForAddin();
  }

  #listen(grid: Grid, host: OfficeHost): void {
    this.#stops.push(
      grid.port.on((event) => {
        if (event.type === "changed" || event.type === "sheetAdded" || event.type === "sheetRemoved" || event.type === "sheetRenamed") this.#change({ edited: true });
        this.#watchCalculation();
      }),
      grid.dispatcher.onChange(() => {
        this.#watchCalculation();
        this.#countBusy();
      }),
      grid.onSelectionMessage(({ rect, message }) => {
        this.#change({ cell: { address: areaText({ row: rect.row, column: rect.column, rows: 1, columns: 1 }), sentence: message ?? "" }, unknownMembers: host.unknownMembers() });
      }),
      this.#store.charts.onAnnounced((id) => queueMicrotask(() => this.#chartCame(id))), // when its request is answered it has its title
      host.functions.onReady(() => this.#ready()),
      host.functions.onReset(() => this.#change({ addinReady: false })),
      host.onPaneVisibility((paneVisible) => this.#change({ paneVisible })),
      host.onRibbon(({ disabled }) => this.#change({ disabledButtons: new Set(disabled) })),
    );
  }

  /** In a window of its own; where the browser blocks it, a press of a button opens it. */
  #newBook(file: Uint8Array): void {
    if (openHanded(file)) return;
    const id = this.#tell("info", this.#say("newBook"), { label: this.#say("openNewBook"), run: () => openHanded(file) && this.dismiss(id) });
  }

  async #openHanded(): Promise<void> {
    const file = takeHanded();
    if (file === undefined) this.#tell("warning", this.#say("newBookGone"));
    else await this.openBytes(file, `${this.#say("newBookName")}.xlsx`);
  }

  #ready(): void {
    this.#change({ addinReady: true });
    if (this.#trustHint === undefined) return;
    this.dismiss(this.#trustHint);
    rememberTrust();
  }

  /** The grid draws no charts: whoever waits for one is told where it is. */
  #chartCame(id: string): void {
    const chart = this.#store.charts.get(id);
    const sheet = this.port.sheets().find((one) => one.id === chart?.sheet);
    if (chart === undefined || sheet === undefined) return;
    this.#change({ edited: true });
    this.#tell("info", this.#say("chartAdded", { title: chart.title.text.slice(0, 80), cells: addressText(sheet.name, chart.at) }));
  }

  #countBusy(): void {
    const busyCells = this.#grid!.dispatcher.waiting;
    if (busyCells !== this.state.busyCells) this.#change({ busyCells });
  }

  #watching = false;

  #watchCalculation(): void {
    if (this.#watching || this.#grid === undefined) return;
    this.#watching = true;
    this.#change({ calculating: true });
    void this.#grid.idle().then(() => {
      this.#watching = false;
      this.#change({ calculating: false, busyCells: 0, unknownMembers: this.#host?.unknownMembers() ?? [] });
    });
  }

  /** On http Office.js asks before it starts, and the page stands still until it is answered: it is said before. */
  #hintAtTrust(): void {
    if (location.protocol !== "http:" || trustWasSeen()) return;
    this.#trustHint = this.#tell("info", this.#say("trust"));
  }

  /** A cancelled question leaves an empty pane, and that has to be said. */
  #watchForAddin(): void {
    const late = setTimeout(() => {
      if (!this.state.addinReady) this.#tell("warning", this.#say("addinMissing"));
    }, PATIENCE);
    this.#stops.push(() => clearTimeout(late));
  }

  async openFile(file: File): Promise<void> {
    await this.openBytes(new Uint8Array(await file.arrayBuffer()), file.name);
  }

  /** Opens a file's content. When it cannot be read, the open book stays as it is and the message says why. */
  async openBytes(bytes: Uint8Array, name: string): Promise<void> {
    this.#change({ busy: this.#say("opening", { name }), messages: [] });
    await painted();
    try {
      const snapshot = await openBookFile(bytes, name, this.#addin);
      this.#replace(snapshot, name);
      const charts = snapshot.sheets.reduce((count, sheet) => count + (sheet.charts?.length ?? 0), 0);
      if (charts > 0) this.#tell("info", this.#say("chartsKept", { name, count: charts }));
      const lost = notKeptSentence(snapshot, name, this.#options.language);
      if (lost !== undefined) this.#tell("warning", lost);
    } catch (error) {
      this.#tell("error", this.#sentenceOf(error));
    } finally {
      this.#change({ busy: undefined });
    }
  }

  openOwn(book: OwnBook): void {
    this.#change({ messages: [] });
    this.#replace(ownBook(book, this.#options.language), this.#say(`${book}Name`));
  }

  #replace(snapshot: BookSnapshot, name: string): void {
    this.#store.replace(snapshot.settings === undefined ? {} : { settings: snapshot.settings });
    this.#grid!.open(snapshot);
    takeCharts(this.#store.charts, snapshot, this.port.sheets());
    this.#frame?.contentWindow?.location.reload(); // in Excel every workbook has an add-in of its own
    this.#change({ bookName: name, edited: false, addinReady: false, cell: { address: "", sentence: "" } });
    void this.idle().then(() => this.#change({ edited: false })); // opening is no edit, whatever the grid tells of it
  }

  /** The book as .xlsx, as soon as nothing is being calculated. */
  async bytes(): Promise<Uint8Array> {
    await this.idle();
    return saveXlsx(this.#snapshot(), this.#addin);
  }

  /** The grid's book with what add-ins said of its cells and keep in it. */
  #snapshot(): BookSnapshot {
    const sheets = this.port.sheets();
    const book = withDataRules(this.#grid!.snapshot(), (at) => this.#store.rulesOf(sheets[at]!.id));
    return { ...withCharts(book, this.#store.charts, sheets), settings: this.#store.contents().settings };
  }

  async save(): Promise<void> {
    this.#change({ busy: this.#say("saving") });
    await painted();
    try {
      download(await this.bytes(), `${this.state.bookName.replace(/\.(xlsx|csv|tsv|txt)$/i, "")}.xlsx`);
      this.#change({ edited: false });
    } catch (error) {
      this.#tell("error", this.#say("saveFailed", { why: this.#sentenceOf(error) }));
    } finally {
      this.#change({ busy: undefined });
    }
  }

  async press(id: string, functionName: string | undefined): Promise<void> {
    if (functionName === undefined) return this.showPane(true);
    try {
      await this.#host?.runCommand(id, functionName);
    } catch (error) {
      this.#tell("error", this.#say("commandFailed", { why: this.#sentenceOf(error) }));
    }
  }

  showPane(visible: boolean): void {
    this.#host?.setPaneVisible(visible);
  }

  dismiss(id: number): void {
    this.#change({ messages: this.state.messages.filter((message) => message.id !== id) });
  }

  get port(): WorkbookPort {
    return this.#grid!.port;
  }

  get grid(): Grid {
    return this.#grid!;
  }

  get host(): OfficeHost {
    return this.#host!;
  }

  async idle(): Promise<void> {
    await this.#grid?.idle();
  }

  /** The book as it stands, to go on with in another language or theme. */
  handOver(): SessionOptions["book"] {
    if (this.#grid === undefined) return undefined;
    return { snapshot: this.#snapshot(), name: this.state.bookName, edited: this.state.edited, store: this.#store };
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    this.#host?.dispose();
    this.#grid?.dispose();
    this.#listeners.clear();
  }

  #tell(intent: Message["intent"], text: string, action?: Message["action"]): number {
    const id = ++this.#lastMessage;
    this.#change({ messages: [...this.state.messages, { id, intent, text, ...(action === undefined ? {} : { action }) }].slice(-3) });
    return id;
  }

  #sentenceOf(error: unknown): string {
    if (error instanceof FileRefused) return error.sentence(this.#options.language);
    return error instanceof Error ? error.message : String(error);
  }

  #change(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.#listeners]) listener(this.state);
  }
}

/** `?payload=unlimited` switches Excel's limit off, for measuring large books. */
function payloadLimit(): number | undefined {
  return new URLSearchParams(location.search).get("payload") === "unlimited" ? undefined : PAYLOAD_LIMIT;
}

async function text(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is not there (${response.status}).`);
  return response.text();
}

/** Lets the page show what it is about to do before it does it. */
function painted(): Promise<void> {
  return new Promise((done) => setTimeout(done, 30));
}

function download(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
