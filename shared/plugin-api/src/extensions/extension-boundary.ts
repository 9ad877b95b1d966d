import { Component, Suspense, createElement } from 'react';
import type { ReactNode } from 'react';
import type { ExtensionsApi, RegisteredExtension } from './extensions-api.ts';

/** Props of `ExtensionBoundary`. */
export interface ExtensionBoundaryProps {
  readonly extension: RegisteredExtension;
  /** Supplies the look of the states. */
  readonly api: Pick<ExtensionsApi, 'renderState' | 'report'>;
  /** Called before a retry renders anew, to forget what failed. */
  onRetry?(): void;
  readonly children?: ReactNode;
}

interface Failure {
  readonly error: unknown;
}

/** Keeps what one extension throws, and its waiting, from the page round it. */
export class ExtensionBoundary extends Component<ExtensionBoundaryProps, { readonly failure?: Failure | undefined }> {
  override state: { readonly failure?: Failure | undefined } = {};

  static getDerivedStateFromError(error: unknown): { failure: Failure } {
    return { failure: { error } };
  }

  override componentDidCatch(error: unknown): void {
    this.props.api.report?.(error, this.props.extension);
  }

  readonly #retry = (): void => {
    this.props.onRetry?.();
    this.setState({ failure: undefined });
  };

  override render(): ReactNode {
    const { api, children } = this.props;
    const { pluginId, id: extensionId } = this.props.extension;
    const { failure } = this.state;
    if (failure) return api.renderState({ state: 'failed', pluginId, extensionId, error: failure.error, retry: this.#retry });
    return createElement(Suspense, { fallback: api.renderState({ state: 'loading', pluginId, extensionId }) }, children);
  }
}
