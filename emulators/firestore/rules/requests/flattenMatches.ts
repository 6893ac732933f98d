import type { AllowStatement, FunctionDeclaration, MatchBlock, PatternSegment, RulesFile } from '../ast.ts';
import type { Scope } from '../evaluation/scope.ts';
import type { RuleValue } from '../values/ruleValue.ts';

/** A match block with all that stands around it. */
export interface FlatMatch {
  /** From `/databases` on. */
  pattern: PatternSegment[];
  /** As it is written, from `/databases` on, for reasons. */
  label: string;
  blocks: MatchBlock[];
  allows: AllowStatement[];
  outermost: Scope;
}

/** Every match block that allows something, in the order of the file. */
export function flattenMatches(file: RulesFile): FlatMatch[] {
  const root: Scope = { variables: new Map(), functions: byName(file.functions) };
  const service: Scope = { variables: new Map(), functions: byName(file.serviceFunctions), parent: root };
  return file.matches.flatMap((block) => flatten(block, [], service));
}

function flatten(block: MatchBlock, outer: MatchBlock[], outermost: Scope): FlatMatch[] {
  const blocks = [...outer, block];
  const pattern = blocks.flatMap((each) => each.pattern);
  const label = pattern.map(patternText).join('');
  const here = block.allows.length > 0 ? [{ pattern, label, blocks, allows: block.allows, outermost }] : [];
  return [...here, ...block.matches.flatMap((nested) => flatten(nested, blocks, outermost))];
}

function patternText(segment: PatternSegment): string {
  if (segment.kind === 'literal') return `/${segment.text}`;
  return segment.kind === 'glob' ? `/{${segment.name}=**}` : `/{${segment.name}}`;
}

const byName = (functions: FunctionDeclaration[]) =>
  new Map(functions.map((declaration) => [declaration.name, declaration]));

/**
 * What the names inside a match block mean, `values` being what its pattern's segments stand for. A function sees
 * the path variables of the block that it is declared in, and of those around that.
 */
export function scopeOf(match: FlatMatch, values: RuleValue[]): Scope {
  let scope = match.outermost;
  let from = 0;
  for (const block of match.blocks) {
    const variables = new Map<string, RuleValue>();
    for (const [at, segment] of block.pattern.entries()) {
      const value = values[from + at];
      if (segment.kind !== 'literal' && value) variables.set(segment.name, value);
    }
    from += block.pattern.length;
    scope = { variables, functions: byName(block.functions), parent: scope };
  }
  return scope;
}
