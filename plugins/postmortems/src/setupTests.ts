import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Tests render whole pages with lazy parts, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);

// Unsaved text from one test must not be offered in the next.
beforeEach(() => window.localStorage.clear());
