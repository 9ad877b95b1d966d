/** The id of the service that differs per plugin without a factory: the plugin's own metadata. */
export const pluginMetadataId = 'core.pluginMetadata';
