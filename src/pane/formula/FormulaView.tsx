import { makeStyles } from "@fluentui/react-components";
import { MathFormula24Regular } from "@fluentui/react-icons";
import { useEffect } from "react";
import { NoLedger } from "../parts/NoLedger";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { openedOf } from "../session";
import { Builder } from "./Builder";
import { SelectedFormula } from "./SelectedFormula";

const useStyles = makeStyles({ root: { "& > section:first-child": { borderTopStyle: "none", paddingTop: 0 } } });

/** Formulas: the selected one explained, and a new one built. */
export default function FormulaView() {
  const { session, actions, words } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const opened = openedOf(session);
  useEffect(() => void actions.seeSelection(), [actions]);
  if (opened === undefined) return <NoLedger icon={<MathFormula24Regular fontSize={32} />} title={words.start.formulaTitle} body={words.start.formulaBody} />;
  return (
    <div className={`${surface.column} ${styles.root}`}>
      <SelectedFormula opened={opened} />
      <Builder opened={opened} />
    </div>
  );
}
