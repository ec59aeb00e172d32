import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { usePane } from "../PaneContext";
import { Empty } from "./Empty";
import { Working } from "./Working";

/** A view that needs a ledger, before there is one. */
export function NoLedger({ icon, title, body }: { readonly icon: ReactElement; readonly title: string; readonly body: string }) {
  const { session, actions, words } = usePane();
  const { reading, search } = session;
  if (reading.status === "busy") return <Working what={words.working.reading} done={reading.rows} of={reading.of} onStop={actions.stop} />;
  if (search.status === "busy") return <Working what={words.working.searching} onStop={actions.stop} />;
  return (
    <Empty icon={icon} title={title} body={body}>
      <Button appearance="primary" onClick={() => actions.show("ledger")}>{words.start.toLedger}</Button>
    </Empty>
  );
}
