import type { RulesRuntime } from './types.ts';

/** Rules for every project: a project's own where a test gave it some, else those of the rules file. */
export interface ProjectRules extends RulesRuntime {
  /** Sets the rules of every project that has none of its own. */
  setDefault: (rules: RulesRuntime) => void;
  /** Gives one project rules of its own. */
  setOwn: (projectId: string, rules: RulesRuntime) => void;
}

/** Until rules are set, every client is denied: nothing passes because a file was forgotten. */
export function createProjectRules(): ProjectRules {
  const own = new Map<string, RulesRuntime>();
  let byDefault = denyEveryone('no rules file was given to the embedded Firestore');

  return {
    judge: (request, read) => (own.get(request.projectId) ?? byDefault).judge(request, read),
    setDefault(rules) {
      byDefault = rules;
    },
    setOwn(projectId, rules) {
      own.set(projectId, rules);
    },
  };
}

/** Rules that let no client do anything, saying why. */
export function denyEveryone(reason: string): RulesRuntime {
  return { judge: () => Promise.resolve({ allowed: false, reason }) };
}
