import { createElement, use } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { apiContext } from '../apis/api-holder.ts';
import { PluginBoundary } from '../context/plugin-context.ts';
import { ExtensionBoundary } from './extension-boundary.ts';
import type { ExtensionsApi, MountedExtension, RegisteredExtension } from './extensions-api.ts';

type AnyProps = Record<string, unknown>;

function createExtensionComponent(api: ExtensionsApi, extension: RegisteredExtension): ComponentType<AnyProps> {
  let loading: Promise<MountedExtension> | undefined;
  const plugin = { pluginId: extension.pluginId, version: extension.version };

  function Loaded(props: AnyProps): ReactElement {
    const { Component, apis } = use((loading ??= api.load(extension)));
    return createElement(PluginBoundary, { plugin, apis }, createElement(Component, props));
  }

  return function ExtensionPlace(props) {
    const portal = apiContext.useOptional();
    const onRetry = (): void => {
      loading = undefined;
      portal?.dropFailed?.();
    };
    return createElement(ExtensionBoundary, { extension, api, onRetry }, createElement(Loaded, props));
  };
}

const components = new WeakMap<ExtensionsApi, Map<string, ComponentType<AnyProps>>>();

/** The component that loads and shows an extension: one for each version of it, so that renders keep its state. */
export function extensionComponentOf(api: ExtensionsApi, extension: RegisteredExtension): ComponentType<AnyProps> {
  const byKey = components.get(api) ?? new Map<string, ComponentType<AnyProps>>();
  components.set(api, byKey);
  const key = `${extension.pluginId}@${extension.version} ${extension.id}`;
  const component = byKey.get(key) ?? createExtensionComponent(api, extension);
  byKey.set(key, component);
  return component;
}
