import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { BuyerView } from "./buyer/BuyerView";
import { formatFor } from "./format";
import type { Host } from "./host";
import { LedgerView } from "./ledger/LedgerView";
import { Guard } from "./parts/Guard";
import { Working } from "./parts/Working";
import { PaneProvider } from "./PaneContext";
import { PaneHeader } from "./PaneHeader";
import { PaneNotice } from "./PaneNotice";
import { PortfolioView } from "./portfolio/PortfolioView";
import { openedOf, type View } from "./session";
import { themeOf } from "./theme";
import { useRequests, type PaneRequests } from "./useRequests";
import { useSession } from "./useSession";
import { WatchView } from "./watch/WatchView";
import { wordsFor } from "./words";

const useStyles = makeStyles({
  root: { minHeight: "100vh", display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground1 },
  body: { flexGrow: 1, padding: tokens.spacingHorizontalM, overflowX: "clip", display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, maxWidth: "720px" },
});

/** Signatures, sentences and every formula: loaded when somebody asks for one. */
const FormulaView = lazy(() => import("./formula/FormulaView"));

/** What goes to a lender. */
const BankView = lazy(() => import("./bank/BankView"));

const VIEW = { ledger: LedgerView, portfolio: PortfolioView, buyer: BuyerView, watch: WatchView, formula: FormulaView, bank: BankView } as const satisfies Record<View, React.ComponentType>;

/** The whole pane over any host. `requests`: what buttons outside the pane ask of it. */
export function PaneRoot({ host, requests }: { readonly host: Host; readonly requests?: PaneRequests }) {
  const { session, actions } = useSession(host);
  const styles = useStyles();
  const exponent = openedOf(session)?.reading.ledger.exponent ?? 2;
  const words = wordsFor(session.language);
  const format = useMemo(() => formatFor(session.language, exponent), [session.language, exponent]);
  const pane = useMemo(() => ({ session, actions, words, format }), [session, actions, words, format]);
  useRequests(requests, session, actions);
  useEffect(() => {
    document.documentElement.lang = session.language === "zh" ? "zh-CN" : "en";
  }, [session.language]);
  const View = VIEW[session.view];
  return (
    <FluentProvider theme={themeOf(session.dark)}>
      <PaneProvider value={pane}>
        {/* a look of its own inside the provider: what the provider wears, every list and menu that opens wears too */}
        <div className={styles.root} style={{ colorScheme: session.dark ? "dark" : "light" }}>
          <PaneHeader />
          <main className={styles.body}>
            <PaneNotice />
            <Guard key={session.view} words={words}>
              <Suspense fallback={<Working what={words.working.counting} />}>
                <View />
              </Suspense>
            </Guard>
          </main>
        </div>
      </PaneProvider>
    </FluentProvider>
  );
}
