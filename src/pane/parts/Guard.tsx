import { Button } from "@fluentui/react-components";
import { ErrorCircle24Regular } from "@fluentui/react-icons";
import { Component, type ReactNode } from "react";
import type { Words } from "../words";
import { Empty } from "./Empty";

interface Props {
  readonly words: Words;
  readonly children: ReactNode;
}

/** A view that throws must not take the pane with it: what failed is said, and the view can be opened again. */
export class Guard extends Component<Props, { readonly failed: string | undefined }> {
  override state: { readonly failed: string | undefined } = { failed: undefined };

  static getDerivedStateFromError(error: unknown): { readonly failed: string } {
    return { failed: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { words, children } = this.props;
    if (this.state.failed === undefined) return children;
    return (
      <div role="alert">
        <Empty icon={<ErrorCircle24Regular />} title={words.broken.title} body={`${words.broken.body} ${this.state.failed}`}>
          <Button appearance="primary" onClick={() => this.setState({ failed: undefined })}>{words.broken.again}</Button>
        </Empty>
      </div>
    );
  }
}
