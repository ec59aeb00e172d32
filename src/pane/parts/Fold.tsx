import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  header: { "& button": { paddingInlineStart: 0, paddingInlineEnd: 0, minHeight: "40px", fontWeight: tokens.fontWeightSemibold } },
  panel: { marginInline: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
});

/** A part of a view that is not always wanted, behind its title. */
export function Fold({ title, open = false, className, children }: { readonly title: ReactNode; readonly open?: boolean; readonly className?: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <Accordion collapsible defaultOpenItems={open ? ["it"] : []} className={mergeClasses(styles.root, className)}>
      <AccordionItem value="it">
        <AccordionHeader as="h2" expandIconPosition="end" className={styles.header}>{title}</AccordionHeader>
        <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
