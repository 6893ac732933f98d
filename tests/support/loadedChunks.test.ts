import { expect, test } from 'vitest';
import { loadedChunks, type Manifest } from './loadedChunks.ts';

const manifest: Manifest = {
  'index.html': { file: 'assets/index.js', imports: ['_react.js'] },
  'src/Page.tsx': { file: 'assets/Page.js', imports: ['index.html', '_card.js'] },
  '_card.js': { file: 'assets/card.js', imports: ['_react.js'] },
  '_react.js': { file: 'assets/react.js' },
  'src/Dialog.tsx': { file: 'assets/Dialog.js', imports: ['_react.js'] },
};

test('a page loads its chunks and all that these import, each of them once, and nothing that is imported lazily', () => {
  expect(loadedChunks(manifest, ['index.html', 'src/Page.tsx'])).toEqual([
    'assets/index.js',
    'assets/react.js',
    'assets/Page.js',
    'assets/card.js',
  ]);
});

test('a page that is no chunk of its own is an error that names it', () => {
  expect(() => loadedChunks(manifest, ['src/Gone.tsx'])).toThrow('src/Gone.tsx is no chunk of its own');
});
