import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, FluentProvider, makeStyles, MessageBar, MessageBarActions,
  MessageBarBody, mergeClasses, Spinner, tokens, Tooltip, webDarkTheme, webLightTheme,
} from "@fluentui/react-components";
import {
  BookOpenRegular, ClipboardTaskListLtrRegular, DismissRegular, DocumentTableRegular, FolderOpenRegular, LocalLanguageRegular, PanelRightRegular, SaveRegular, WeatherMoonRegular, WeatherSunnyRegular,
} from "@fluentui/react-icons";
import { useCallback, useEffect, useRef, useState } from "react";
import { Ribbon } from "./Ribbon";
import { Splitter, within } from "./Splitter";
import { StatusLine } from "./StatusLine";
import type { Session, SessionState } from "./session";
import { words, type Language } from "./words";

const NARROW = "@media (max-width: 1000px)";
const NARROWER = "@media (max-width: 640px)";

const useStyles = makeStyles({
  page: { height: "100vh", display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  top: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `4px ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minHeight: "56px",
    [NARROW]: { flexWrap: "wrap", rowGap: "2px" }, // the ribbon takes a row of its own
  },
  ribbon: { minWidth: 0, [NARROW]: { order: 1, flexBasis: "100%" } },
  brand: { display: "flex", flexDirection: "column", minWidth: "80px", maxWidth: "260px", overflow: "hidden" },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" },
  subtitle: { fontSize: tokens.fontSizeBase100, color: tokens.colorNeutralForeground3, whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" },
  files: { display: "flex", gap: tokens.spacingHorizontalXXS },
  end: { marginLeft: "auto", display: "flex", gap: tokens.spacingHorizontalXXS },
  small: { minWidth: "unset", whiteSpace: "nowrap" },
  label: { [NARROWER]: { display: "none" } },
  messages: { display: "flex", flexDirection: "column", gap: "2px" },
  main: { flexGrow: 1, display: "flex", minHeight: 0, position: "relative" },
  grid: { flexGrow: 1, minWidth: 0, position: "relative" },
  pane: { flexShrink: 0, maxWidth: "70vw", display: "flex", flexDirection: "column", borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  paneHead: { display: "flex", alignItems: "center", justifyContent: "space-between", padding: `2px 4px 2px ${tokens.spacingHorizontalM}`, minHeight: "32px", fontWeight: tokens.fontWeightSemibold },
  frame: { flexGrow: 1, border: "none", width: "100%", minHeight: 0 },
  hidden: { display: "none" },
  inert: { pointerEvents: "none" },
  cover: { position: "absolute", inset: 0, display: "flex", alignItems: "center", justifyContent: "center", backgroundColor: tokens.colorNeutralBackgroundAlpha2, zIndex: 1000 },
  drop: { border: `3px dashed ${tokens.colorBrandStroke1}`, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
});

export interface WorkbenchProps {
  readonly session: Session;
  readonly language: Language;
  readonly dark: boolean;
  readonly changeLanguage: () => void;
  readonly changeTheme: () => void;
}

/** The window around grid and pane. Grid and frame are put into their places by the session; React never touches inside. */
export function Workbench({ session, language, dark, changeLanguage, changeTheme }: WorkbenchProps): React.JSX.Element {
  const styles = useStyles();
  const say = words(language);
  const state = useSession(session);
  const grid = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [paneWidth, setPaneWidth] = useState(() => within(window.innerWidth * 0.25));
  const [dragging, setDragging] = useState(false);
  const [asking, setAsking] = useState<(() => void) | undefined>(undefined);

  useEffect(() => {
    void session.start(grid.current!, frame.current!);
  }, [session]);

  const replaceBook = useCallback((open: () => void) => (session.state.edited ? setAsking(() => open) : open()), [session]);
  const openFile = useCallback((file: File | undefined) => file !== undefined && replaceBook(() => void session.openFile(file)), [session, replaceBook]);
  const dropping = useDrop(openFile);

  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme}>
      <div className={styles.page}>
        <header className={styles.top}>
          <div className={styles.brand}>
            <span className={styles.name} data-testid="book-name">{state.bookName}</span>
            <span className={styles.subtitle}>{say("title")}</span>
          </div>
          <div className={styles.files}>
            <input ref={picker} type="file" accept=".xlsx,.csv,.tsv,.txt" hidden data-testid="file" onChange={(event) => {
              openFile(event.target.files?.[0]);
              event.target.value = "";
            }} />
            <Tool tip={say("openTip")} label={say("open")} icon={<FolderOpenRegular />} press={() => picker.current?.click()} />
            <Tool tip={say("saveTip")} label={say("save")} icon={<SaveRegular />} press={() => void session.save()} disabled={state.busy !== undefined} />
            <Tool tip={say("sampleTip")} label={say("sample")} icon={<BookOpenRegular />} press={() => replaceBook(() => session.openOwn("sample"))} />
            <Tool tip={say("trapsTip")} label={say("traps")} icon={<ClipboardTaskListLtrRegular />} press={() => replaceBook(() => session.openOwn("traps"))} />
          </div>
          <div className={styles.ribbon}>
            <Ribbon groups={state.groups} disabled={state.disabledButtons} press={(id, functionName) => void session.press(id, functionName)} />
          </div>
          <div className={styles.end}>
            {!state.paneVisible && <Tool tip={say("pane")} label={say("pane")} icon={<PanelRightRegular />} press={() => session.showPane(true)} />}
            <Tool tip={say("languageTip")} label={say("language")} icon={<LocalLanguageRegular />} press={changeLanguage} />
            <Tool tip={say("themeTip")} label={say(dark ? "light" : "dark")} icon={dark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />} press={changeTheme} />
          </div>
        </header>
        <div className={styles.messages} aria-live="polite">
          {state.messages.map(({ id, intent, text, action }) => (
            <MessageBar key={id} intent={intent} layout="multiline">
              <MessageBarBody>{text}</MessageBarBody>
              <MessageBarActions containerAction={<Button appearance="transparent" aria-label={say("dismiss")} icon={<DismissRegular />} onClick={() => session.dismiss(id)} />}>
                {action !== undefined && <Button onClick={action.run}>{action.label}</Button>}
              </MessageBarActions>
            </MessageBar>
          ))}
        </div>
        <main className={styles.main}>
          <div ref={grid} className={mergeClasses(styles.grid, dragging && styles.inert)} data-testid="grid" />
          {state.paneVisible && <Splitter width={paneWidth} label={say("resizePane")} change={setPaneWidth} dragging={setDragging} />}
          <aside className={mergeClasses(styles.pane, !state.paneVisible && styles.hidden)} style={{ width: paneWidth }} aria-label={state.addinName}>
            <div className={styles.paneHead}>
              <span>{state.addinName}</span>
              <Button appearance="subtle" size="small" icon={<DismissRegular />} aria-label={say("closePane")} onClick={() => session.showPane(false)} />
            </div>
            <div ref={frame} className={mergeClasses(styles.frame, dragging && styles.inert)} />
          </aside>
          {state.busy !== undefined && (
            <div className={styles.cover}>
              <Spinner label={state.busy} />
            </div>
          )}
          {dropping && (
            <div className={mergeClasses(styles.cover, styles.drop)}>
              <DocumentTableRegular fontSize={32} />
              &nbsp;{say("drop")}
            </div>
          )}
        </main>
        <StatusLine {...statusOf(state, say)} />
        <Dialog open={asking !== undefined} onOpenChange={(_, { open }) => !open && setAsking(undefined)} modalType="alert">
          <DialogSurface>
            <DialogBody>
              <DialogTitle>{say("replaceTitle")}</DialogTitle>
              <DialogContent>{say("replaceText")}</DialogContent>
              <DialogActions>
                <Button appearance="primary" onClick={() => {
                  asking?.();
                  setAsking(undefined);
                }}>{say("replace")}</Button>
                <Button onClick={() => setAsking(undefined)}>{say("cancel")}</Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      </div>
    </FluentProvider>
  );
}

function Tool({ tip, label, icon, press, disabled }: { tip: string; label: string; icon: React.JSX.Element; press: () => void; disabled?: boolean }): React.JSX.Element {
  const styles = useStyles();
  return (
    <Tooltip content={tip} relationship="description" withArrow>
      <Button appearance="subtle" className={styles.small} icon={icon} onClick={press} disabled={disabled ?? false} aria-label={label}>
        <span className={styles.label}>{label}</span>
      </Button>
    </Tooltip>
  );
}

function statusOf(state: SessionState, say: ReturnType<typeof words>): React.ComponentProps<typeof StatusLine> {
  return {
    sentence: state.cell.sentence,
    address: state.cell.address,
    state: state.busyCells > 0 ? say("busyCells", { count: state.busyCells }) : say(state.calculating ? "calculating" : state.addinReady ? "ready" : "waitingForAddin"),
    unknownMembers: state.unknownMembers,
    unknownText: say("unknownMembers", { count: state.unknownMembers.length }),
  };
}

function useSession(session: Session): SessionState {
  const [state, setState] = useState(session.state);
  useEffect(() => {
    setState(session.state);
    return session.onChange(setState);
  }, [session]);
  return state;
}

/** A file dragged over the page: anywhere is the right place to let it go. */
function useDrop(open: (file: File | undefined) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
    const enter = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      open(event.dataTransfer?.files[0]);
    };
    const listeners = [["dragenter", enter], ["dragover", enter], ["dragleave", leave], ["drop", drop]] as const;
    for (const [name, listener] of listeners) window.addEventListener(name, listener, true);
    return () => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener, true);
    };
  }, [open]);
  return over;
}
