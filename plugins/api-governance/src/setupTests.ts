import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load lazily; on a busy machine the first one of a file takes longer than the second a query waits by default.
configure({ asyncUtilTimeout: 30_000 });
jest.setTimeout(60_000);
