/** The functions as the emulator runs them: bundled, with local parameters, in the suite's folder, and kept up to date. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { context, type BuildResult, type Plugin } from 'esbuild';
import { bundleOptions } from '../../functions/build.ts';
import manifest from '../../functions/package.json' with { type: 'json' };
import { functionsEnvironmentFiles } from '../plan/functionsEnvironment.ts';
import { REPOSITORY, type SuitePlan } from '../plan/suitePlan.ts';

const DEPLOY_LIST = path.join(REPOSITORY, 'functions/src/index.ts');

export interface StagedFunctions {
  /** What index.ts exports now: each is a function that must load. */
  names(): string[];
  close(): Promise<void>;
}

/**
 * Bundles the functions, and bundles them again whenever a source file changes.
 *
 * @param entry the file whose exports are the functions; the deploy list by default
 * @param onRebuild called after each later build, with undefined or what is wrong with the source
 * @throws Error with file and line, when the first build fails
 */
export async function stageFunctions(
  plan: SuitePlan,
  onRebuild: (problem: string | undefined) => void,
  entry: string = DEPLOY_LIST,
): Promise<StagedFunctions> {
  const folder = path.join(plan.folder, 'functions');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), packageForDeploy());
  for (const [name, text] of Object.entries(functionsEnvironmentFiles(plan))) {
    await writeFile(path.join(folder, name), text);
  }

  let names: string[] = [];
  const first = Promise.withResolvers<undefined>();
  let isFirst = true;
  const report: Plugin = {
    name: 'report',
    setup(build) {
      build.onEnd((result) => {
        const problem = buildProblem(result);
        if (!problem) names = exportedNames(result, entry);
        if (!isFirst) onRebuild(problem);
        else if (problem) first.reject(new Error(problem));
        else first.resolve(undefined);
        isFirst = false;
      });
    },
  };
  const bundle = await context({
    ...bundleOptions(folder),
    entryPoints: [{ in: entry, out: 'index' }],
    plugins: [report],
  });
  await bundle.watch();
  try {
    await first.promise;
  } catch (error) {
    await bundle.dispose();
    throw error;
  }
  return { names: () => names, close: () => bundle.dispose() };
}

/** The emulator wants the packages declared; they are found in the workspace's node_modules. */
function packageForDeploy(): string {
  const { name, type, main, engines, dependencies } = manifest;
  return JSON.stringify({ name, type, main, engines, dependencies }, null, 2);
}

/** The deploy list: what is imported lazily has a file, and exports, of its own. */
function exportedNames({ metafile }: BuildResult, entry: string): string[] {
  const outputs = Object.values(metafile?.outputs ?? {});
  const isEntry = (file = '') => path.resolve(REPOSITORY, 'functions', file) === entry;
  return outputs.find(({ entryPoint }) => isEntry(entryPoint))?.exports ?? [];
}

function buildProblem({ errors }: BuildResult): string | undefined {
  const [error] = errors;
  if (!error) return undefined;
  const at = error.location ? ` at functions/${error.location.file}:${error.location.line}` : '';
  return `The functions do not build${at}: ${error.text}`;
}
