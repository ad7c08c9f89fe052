import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Tests render whole pages with lazy parts, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);

// Unsaved text that one test leaves must not be offered to the next.
beforeEach(() => window.localStorage.clear());
