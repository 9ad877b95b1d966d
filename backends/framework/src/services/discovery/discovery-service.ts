/** Where plugins are found. Addresses have no slash at the end. */
export interface DiscoveryService {
  /** Base of a plugin's HTTP interface for other backends: `http://127.0.0.1:3000/api/catalog`. */
  getBaseUrl(pluginId: string): Promise<string>;
  /** The same for browsers and other programs outside: `https://portal.example.com/api/catalog`. */
  getExternalBaseUrl(pluginId: string): Promise<string>;
}
