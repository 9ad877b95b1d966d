import { Component } from 'react';
import type { ReactNode } from 'react';

/** Props of `PageBoundary`. */
export interface PageBoundaryProps {
  /** What stands in the place of a page that threw. `retry` renders the page anew. */
  readonly fallback: (error: unknown, retry: () => void) => ReactNode;
  readonly onError: (error: unknown) => void;
  readonly children: ReactNode;
}

interface Failure {
  readonly error: unknown;
}

/** Keeps what a remote's page throws from the rest of the portal. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly failure?: Failure | undefined }> {
  override state: { readonly failure?: Failure | undefined } = {};

  static getDerivedStateFromError(error: unknown): { failure: Failure } {
    return { failure: { error } };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  readonly #retry = (): void => this.setState({ failure: undefined });

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? this.props.fallback(failure.error, this.#retry) : this.props.children;
  }
}
