import type { ConfigReader } from '@portico/config';

const sharedClients = ['pg', 'mysql2', 'mysql'];

/** True where other processes may use the same logical database of a plugin: a server has it, not a file of this process. */
export function sharesDatabase(config: ConfigReader, pluginId: string): boolean {
  const own = config.getOptionalString(`backend.database.plugin.${pluginId}.client`);
  return sharedClients.includes(own ?? config.getOptionalString('backend.database.client') ?? '');
}
