import { Button, makeStyles, Menu, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Tab, TabList, tokens } from "@fluentui/react-components";
import { MoreHorizontal20Regular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { usePane } from "./PaneContext";
import { sourceOf, VIEWS, type View } from "./session";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    paddingInline: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    position: "sticky",
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    minHeight: "40px",
  },
  tabs: {
    minWidth: 0,
    flexShrink: 1,
    alignSelf: "stretch",
    "& > button": { paddingInline: tokens.spacingHorizontalXS, flexShrink: 0 },
    // a narrow pane has them smaller, and what does not fit scrolls into view with the keyboard or the finger
    overflowX: "auto",
    scrollbarWidth: "none",
    "@media (max-width: 400px)": { "& > button": { paddingInline: "1px" }, "& > button > span": { fontSize: tokens.fontSizeBase200 }, "& .fui-Tab__content--reserved-space": { display: "none" } },
  },
});

/** The views, and what is seldom wanted behind one button. */
export function PaneHeader() {
  const { session, actions, words } = usePane();
  const styles = useStyles();
  const header = useRef<HTMLElement>(null);
  useEffect(() => inView(header.current), [session.view]); // a button outside the pane may have chosen the view
  return (
    <header ref={header} className={styles.header}>
      <TabList size="small" className={styles.tabs} aria-label={words.viewsLabel} selectedValue={session.view} onTabSelect={(_, { value }) => actions.show(value as View)}>
        {VIEWS.map((view) => <Tab key={view} value={view}>{words.views[view]}</Tab>)}
      </TabList>
      <More />
    </header>
  );
}

/** Brings the selected tab into what is seen of the list. */
function inView(header: HTMLElement | null): void {
  const list = header?.querySelector<HTMLElement>("[role=tablist]");
  const tab = list?.querySelector<HTMLElement>("[aria-selected=true]");
  if (!list || !tab) return;
  const from = tab.offsetLeft - list.offsetLeft;
  if (from < list.scrollLeft) list.scrollLeft = from;
  else if (from + tab.offsetWidth > list.scrollLeft + list.clientWidth) list.scrollLeft = from + tab.offsetWidth - list.clientWidth;
}

function More() {
  const { session, actions, words } = usePane();
  return (
    <Menu checkedValues={{ language: [session.language] }} onCheckedValueChange={(_, { checkedItems }) => actions.speak(checkedItems[0] === "zh" ? "zh" : "en")}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" style={{ flexShrink: 0 }} icon={<MoreHorizontal20Regular />} aria-label={words.menu.label} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem disabled={sourceOf(session) === undefined} onClick={() => void actions.again()}>{words.menu.again}</MenuItem>
          <MenuItem
            onClick={() => {
              actions.close();
              actions.show("ledger");
            }}
          >
            {words.menu.other}
          </MenuItem>
          <MenuItem
            disabled={session.job !== undefined}
            onClick={() => {
              actions.show("ledger");
              void actions.template();
            }}
          >
            {words.menu.template}
          </MenuItem>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{words.menu.language}</MenuGroupHeader>
            <MenuItemRadio name="language" value="en">{words.menu.english}</MenuItemRadio>
            <MenuItemRadio name="language" value="zh">{words.menu.chinese}</MenuItemRadio>
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
