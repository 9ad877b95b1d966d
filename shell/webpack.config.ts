import { createShellConfig } from '@portico/preset';

export default createShellConfig(import.meta.dirname);
