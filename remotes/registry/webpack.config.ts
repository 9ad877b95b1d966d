import { createRemoteConfig } from '@portico/preset';

export default createRemoteConfig(import.meta.dirname);
