import { createServerConfig } from '@portico/preset';

export default createServerConfig(import.meta.dirname);
