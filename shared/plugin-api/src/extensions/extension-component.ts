import { createElement, useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { apiContext } from '../apis/api-holder.ts';
import { PluginBoundary } from '../context/plugin-context.ts';
import { ExtensionBoundary } from './extension-boundary.ts';
import type { ExtensionsApi, RegisteredExtension } from './extensions-api.ts';
import { createLateComponent } from './late-component.ts';

type AnyProps = Record<string, unknown>;

function createExtensionComponent(api: ExtensionsApi, extension: RegisteredExtension): ComponentType<AnyProps> {
  const plugin = { pluginId: extension.pluginId, version: extension.version };
  const { pluginId, id: extensionId } = extension;

  async function load(): Promise<ComponentType<AnyProps>> {
    const { Component, apis } = await api.load(extension);
    return (props: AnyProps): ReactElement => createElement(PluginBoundary, { plugin, apis }, createElement(Component, props));
  }

  const open = () => createLateComponent(load, () => api.renderState({ state: 'loading', pluginId, extensionId }));
  let latest = open();

  return function ExtensionPlace(props) {
    const portal = apiContext.useOptional();
    const [, setAttempt] = useState(0);
    const onRetry = (): void => {
      // What has failed only while rendering keeps its code, and with it the state of its other places.
      if (latest.hasFailed()) latest = open();
      portal?.dropFailed?.();
      setAttempt(attempt => attempt + 1);
    };
    return createElement(ExtensionBoundary, { extension, api, onRetry }, createElement(latest.Component, props));
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
