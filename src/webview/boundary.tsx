import { Component, type ComponentChildren } from 'preact';

interface Props {
  readonly children: ComponentChildren;
  /** What is drawn instead where that fails. */
  readonly fallback: (again: () => void) => ComponentChildren;
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

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render({ children, fallback }: Props): ComponentChildren {
    return this.state.failed ? fallback(() => this.setState({ failed: false })) : children;
  }
}
