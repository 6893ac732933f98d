// Every component test starts here: matchers for the page, a fresh page for each test, and a console that stays silent.
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest';

let complaints: MockInstance[] = [];

beforeEach(() => {
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
});

afterEach(() => {
  cleanup();
  const said = complaints.flatMap((spy) => spy.mock.calls);
  for (const spy of complaints) spy.mockRestore();
  expect(said, 'A test passes in silence: console.error and console.warn fail it.').toEqual([]);
});
