import { StrictMode, useCallback, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { ownBookAsked } from "../sample/books";
import { Session } from "./session";
import { Workbench } from "./Workbench";
import type { Language } from "./words";

/** For tests and measurements, which look at the book instead of at pixels. */
declare global {
  interface Window {
    workbench?: Session;
  }
}

interface Choice {
  readonly language: Language;
  readonly dark: boolean;
}

/** `?lang=zh` and `?theme=dark` choose; else the browser's language and the system's theme do. `?book=traps` opens the other book. */
function firstChoice(): Choice {
  const asked = new URLSearchParams(location.search);
  const language = asked.get("lang") ?? navigator.language;
  const theme = asked.get("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  return { language: language.toLowerCase().startsWith("zh") ? "zh" : "en", dark: theme === "dark" };
}

function App(): React.JSX.Element {
  const [choice, setChoice] = useState(firstChoice);
  const [session, setSession] = useState(() => new Session({ ...choice, opens: ownBookAsked(new URLSearchParams(location.search).get("book")) }));
  useEffect(() => {
    window.workbench = session;
    document.documentElement.lang = choice.language === "zh" ? "zh-CN" : "en";
    document.documentElement.style.colorScheme = choice.dark ? "dark" : "light";
  }, [session, choice]);
  const change = useCallback(
    (next: Choice) => {
      const book = session.handOver();
      session.dispose();
      setChoice(next);
      setSession(new Session({ ...next, ...(book === undefined ? {} : { book }) }));
    },
    [session],
  );
  return (
    <Workbench
      key={`${choice.language}-${choice.dark}`}
      session={session}
      language={choice.language}
      dark={choice.dark}
      changeLanguage={() => change({ ...choice, language: choice.language === "en" ? "zh" : "en" })}
      changeTheme={() => change({ ...choice, dark: !choice.dark })}
    />
  );
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
