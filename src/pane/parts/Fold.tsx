import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  header: { "& button": { paddingInlineStart: 0, paddingInlineEnd: 0, minHeight: "32px" } },
  panel: { marginInline: 0 },
});

/** Something that is not always wanted, behind its title. */
export function Fold({ title, open = false, children }: { readonly title: ReactNode; readonly open?: boolean; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <Accordion collapsible defaultOpenItems={open ? ["it"] : []}>
      <AccordionItem value="it">
        <AccordionHeader size="small" expandIconPosition="end" className={styles.header}>{title}</AccordionHeader>
        <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
