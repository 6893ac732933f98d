/** What a browser loads for a page, by the manifest of the build (Vite's `--manifest`). */

/** What we read of an entry of Vite's manifest. */
export interface ManifestChunk {
  file: string;
  /** Of the group that web/chunkGroups.ts puts it into, or of its module. */
  name?: string;
  /** Chunks that are loaded with it. */
  imports?: string[];
  /** Chunks that it may load later. */
  dynamicImports?: string[];
}

export type Manifest = Record<string, ManifestChunk>;

/**
 * @param modules keys of the manifest: the page's entry, and the modules that its routes import
 * @returns the files of these modules and of everything that they import at once, each of them once
 * @throws Error that names a module which is no chunk of its own
 */
export function loadedChunks(manifest: Manifest, modules: string[]): string[] {
  const seen = new Set<string>();
  const files: string[] = [];
  const visit = (module: string) => {
    if (seen.has(module)) return;
    seen.add(module);
    const chunk = manifest[module];
    if (!chunk) throw new Error(`${module} is no chunk of its own: is it imported lazily, by router.tsx?`);
    files.push(chunk.file);
    chunk.imports?.forEach(visit);
  };
  modules.forEach(visit);
  return files;
}
