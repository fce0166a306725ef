import { Component, type ComponentChildren } from 'preact';

interface Props {
  readonly children: ComponentChildren;
  /** What the content shows: with another one it is tried again. */
  readonly of: unknown;
  /** What is drawn instead where that fails. */
  readonly fallback: ComponentChildren;
}

/**
 * Shows that something went wrong where its content cannot be drawn: messages are read down to their sections, and what is in these is
 * taken for what the extension makes of its types.
 */
export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentWillReceiveProps(next: Props): void {
    if (next.of !== this.props.of) this.setState({ failed: false });
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render({ children, fallback }: Props): ComponentChildren {
    return this.state.failed ? fallback : children;
  }
}
