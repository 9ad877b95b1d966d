/** Which plugin a plugin-scoped service belongs to. */
export interface PluginMetadataService {
  readonly id: string;
}
