import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload16Regular, Open16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { findingSentence } from "../../pack/findingWords";
import { Bar } from "../parts/Bar";
import { ProblemBar } from "../parts/ProblemBar";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { downloadFile } from "../portfolio/download";
import { problemOf, type Problem } from "../problem";
import type { PackFile } from "./usePackFile";
import { bankWords } from "./words";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const useStyles = makeStyles({ seal: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere", margin: 0, userSelect: "all" } });

/** A pack that was made: as it reads back, its seal, and the two ways to have it. */
export function PackDone({ file: { bytes, seal, found }, name }: { readonly file: PackFile; readonly name: string }) {
  const { session, actions, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { pack } = bankWords(session.language);
  const [opening, open] = useState<"opened" | Problem | undefined>(undefined);
  const isGood = found.isIntact && found.checks.differs === 0;
  const beside = (): void => {
    actions.openBook(bytes).then(() => open("opened"), (error: unknown) => open(problemOf(error)));
  };
  if (!isGood) {
    return (
      <Bar intent="error" role="alert">
        {pack.madeBadly(name)} {found.findings.slice(0, 3).map((finding) => findingSentence(finding, session.language)).join(" ")}
      </Bar>
    );
  }
  return (
    <>
      <Bar intent="success" role="status">{pack.made(name, format.megabytes(bytes.length))} {pack.checks(format.count(found.checks.ok), format.count(found.recalculated))}</Bar>
      <div className={surface.tight}>
        <p className={surface.note}>{pack.seal}</p>
        <p className={styles.seal}>{seal}</p>
      </div>
      <div className={surface.row}>
        <Button appearance="primary" icon={<Open16Regular />} onClick={beside}>{pack.open}</Button>
        <Button icon={<ArrowDownload16Regular />} onClick={() => downloadFile(name, bytes, XLSX)}>{pack.download}</Button>
      </div>
      {opening === "opened" && <Bar intent="success" role="status">{pack.opened}</Bar>}
      {typeof opening === "object" && (isUnsupported(opening) ? <Bar intent="warning" role="status">{pack.notOpened}</Bar> : <ProblemBar title={pack.notOpened} problem={opening} />)}
    </>
  );
}

function isUnsupported(problem: Problem): boolean {
  return problem.kind === "host" && problem.code === "unsupported";
}
