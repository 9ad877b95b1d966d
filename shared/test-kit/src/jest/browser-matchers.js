import '@testing-library/jest-dom/jest-globals';
import { afterEach } from '@jest/globals';
import { cleanup, configure } from '@testing-library/react';

// A busy machine may need long for what takes a moment; what never comes fails before the test's own limit.
configure({ asyncUtilTimeout: 30_000 });
afterEach(cleanup);
