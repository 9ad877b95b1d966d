/** Where plugins are found by other backends. */
export interface DiscoveryService {
  /** Base of a plugin's HTTP interface, without a slash at the end: `http://127.0.0.1:3000/api/catalog`. */
  getBaseUrl(pluginId: string): Promise<string>;
}
