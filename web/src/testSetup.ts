// Every component test starts here: matchers for the page, a fresh page for each test, and a console that stays silent.
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest';
import { connectionAnswered } from './shared/connection/connection.ts';

// A busy machine may take longer than a second to fetch a form or to fade a dialog out.
configure({ asyncUtilTimeout: 5_000 });

// jsdom has no layout, and with it nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

let complaints: MockInstance[] = [];

beforeEach(() => {
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
});

afterEach(() => {
  cleanup();
  // What one test lost is there again for the next.
  connectionAnswered();
  const said = complaints.flatMap((spy) => spy.mock.calls);
  for (const spy of complaints) spy.mockRestore();
  expect(said, 'A test passes in silence: console.error and console.warn fail it.').toEqual([]);
});
