import { mkdir, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { coveragePage } from '../../rules/coverage/coveragePage.ts';
import { FirestoreError, type RulesCoverage } from '../../types.ts';
import { answerJson, answerText, readJson } from '../httpBody.ts';
import type { QueryLog } from './QueryLog.ts';

/** What tests may do to the server behind its back. */
export interface TestingControls {
  /**
   * Gives one project rules of its own, in place of the rules file.
   *
   * @throws Error with the line where the rules cannot be used
   */
  setRules(projectId: string, source: string): void;
  /** Removes every document of one database. */
  clear(projectId: string, databaseId: string): void;
  queryLog: QueryLog;
  /** What the rules of a project have evaluated; null where it has none. */
  coverageOf(projectId: string): RulesCoverage | null;
  /** All documents of a project, as JSON. */
  exportProject(projectId: string): object;
  /**
   * Puts exported documents in the place of those that their databases have.
   *
   * @throws Error for anything else
   */
  importState(state: unknown): void;
}

/** Takes one request under `/emulator/`. */
export type TestingDoor = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

type Action = (call: {
  request: IncomingMessage;
  response: ServerResponse;
  path: string[];
}) => void | Promise<void>;

/**
 * What @firebase/rules-unit-testing and people ask of Google's emulator (`PUT …:securityRules`, `DELETE …/documents`,
 * `GET …:ruleCoverage` and its page), and one of ours: `GET` and `DELETE /emulator/v1/projects/P/queries`, the different queries that ran since the last DELETE.
 */
export function createTestingDoor(controls: TestingControls): TestingDoor {
  const { queryLog } = controls;

  const actions: { method: string; path: RegExp; act: Action }[] = [
    {
      method: 'PUT',
      path: /^\/emulator\/v1\/projects\/([^/]+):securityRules$/,
      act: async ({ request, response, path: [projectId = ''] }) => {
        try {
          controls.setRules(projectId, readRulesSource(await readJson(request)));
        } catch (error) {
          answerText(response, 400, error instanceof Error ? error.message : String(error));
          return;
        }
        answerJson(response, 200, {});
      },
    },
    {
      method: 'DELETE',
      path: /^\/emulator\/v1\/projects\/([^/]+)\/databases\/([^/]+)\/documents$/,
      act: ({ response, path: [projectId = '', databaseId = ''] }) => {
        controls.clear(projectId, databaseId);
        answerJson(response, 200, {});
      },
    },
    {
      method: 'GET',
      path: /^\/emulator\/v1\/projects\/([^/]+):export$/,
      act: ({ response, path: [projectId = ''] }) => {
        answerJson(response, 200, controls.exportProject(projectId));
      },
    },
    {
      method: 'POST',
      path: /^\/emulator\/v1\/projects\/([^/]+):export$/,
      act: async ({ request, response, path: [projectId = ''] }) => {
        const file = exportFileOf(await readJson(request));
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, JSON.stringify(controls.exportProject(projectId), null, 1));
        answerJson(response, 200, {});
      },
    },
    {
      method: 'POST',
      path: /^\/emulator\/v1\/projects\/([^/]+):import$/,
      act: async ({ request, response }) => {
        controls.importState(await readJson(request));
        answerJson(response, 200, {});
      },
    },
    {
      method: 'GET',
      path: /^\/emulator\/v1\/projects\/([^/]+):ruleCoverage$/,
      act: ({ response, path: [projectId = ''] }) => {
        const { source: content, report } = coverageOf(controls, projectId);
        answerJson(response, 200, { rules: { files: [{ name: 'firestore.rules', content }] }, report });
      },
    },
    {
      method: 'GET',
      path: /^\/emulator\/v1\/projects\/([^/]+):ruleCoverage\.html$/,
      act: ({ response, path: [projectId = ''] }) => {
        answerText(response, 200, coveragePage(coverageOf(controls, projectId)), 'text/html');
      },
    },
    {
      method: 'GET',
      path: /^\/emulator\/v1\/projects\/([^/]+)\/queries$/,
      act: ({ response, path: [projectId = ''] }) => {
        answerJson(response, 200, { queries: queryLog.list(projectId) });
      },
    },
    {
      method: 'DELETE',
      path: /^\/emulator\/v1\/projects\/([^/]+)\/queries$/,
      act: ({ response, path: [projectId = ''] }) => {
        queryLog.forget(projectId);
        answerJson(response, 200, {});
      },
    },
  ];

  return async (request, response, url) => {
    for (const { method, path: pattern, act } of actions) {
      const match = request.method === method ? pattern.exec(url.pathname) : null;
      if (match) {
        await act({ request, response, path: match.slice(1).map(decodeURIComponent) });
        return;
      }
    }
    throw new FirestoreError('NOT_FOUND', `There is no call ${request.method ?? ''} ${url.pathname}.`);
  };
}

/** @throws FirestoreError FAILED_PRECONDITION where the project has no rules */
function coverageOf(controls: TestingControls, projectId: string): RulesCoverage {
  const coverage = controls.coverageOf(projectId);
  if (coverage) return coverage;
  throw new FirestoreError('FAILED_PRECONDITION', `The project ${projectId} has no rules.`);
}

/**
 * Reads `{export_directory, export_name}`, as Google's emulator takes them; the file in it is ours.
 *
 * @throws FirestoreError INVALID_ARGUMENT without a folder
 */
function exportFileOf({ export_directory: folder, export_name: name }: Record<string, unknown>): string {
  if (typeof folder !== 'string' || folder === '') {
    throw new FirestoreError('INVALID_ARGUMENT', 'The body must be {"export_directory": "…"}.');
  }
  return path.join(folder, typeof name === 'string' ? name : '', 'firestore.json');
}

/** Reads `{rules: {files: [{content}]}}`. */
function readRulesSource(body: Record<string, unknown>): string {
  const { rules } = body as { rules?: { files?: { content?: unknown }[] } };
  const content = rules?.files?.[0]?.content;
  if (typeof content !== 'string')
    throw new Error('The body must be {"rules": {"files": [{"content": "…"}]}}.');
  return content;
}
