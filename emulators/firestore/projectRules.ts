import type { Rules, RulesCoverage, RulesRuntime } from './types.ts';

/** Rules for every project: a project's own where a test gave it some, else those of the rules file. */
export interface ProjectRules extends RulesRuntime {
  /** Sets the rules of every project that has none of its own. */
  setDefault: (rules: Rules) => void;
  /** Gives one project rules of its own. */
  setOwn: (projectId: string, rules: Rules) => void;
  /** What the rules of this project have evaluated, since they were set. */
  coverageOf: (projectId: string) => RulesCoverage | null;
}

/** Until rules are set, every client is denied: nothing passes because a file was forgotten. */
export function createProjectRules(): ProjectRules {
  const own = new Map<string, Rules>();
  let byDefault = denyEveryone('no rules file was given to the embedded Firestore');

  const of = (projectId: string): Rules => own.get(projectId) ?? byDefault;

  return {
    judge: (request, read) => of(request.projectId).judge(request, read),
    coverageOf: (projectId) => of(projectId).coverage(),
    setDefault(rules) {
      byDefault = rules;
    },
    setOwn(projectId, rules) {
      own.set(projectId, rules);
    },
  };
}

/** Rules that let no client do anything, saying why. */
export function denyEveryone(reason: string): Rules {
  return { judge: () => Promise.resolve({ allowed: false, reason }), coverage: () => null };
}
