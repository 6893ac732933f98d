import type { PatternSegment } from '../ast.ts';
import { path, string, symbolic } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';
import type { PathElement } from './pathElements.ts';

/**
 * Matches the whole path of a `match` block against the path of the documents in question, and answers what each
 * segment stands for; undefined unless *every* path that the elements stand for matches. `{name=**}` takes zero or
 * more segments (rules_version 2), so what is before it is matched from the front, what is behind it from the end.
 */
export function matchPattern(pattern: PatternSegment[], elements: PathElement[]): RuleValue[] | undefined {
  const globAt = pattern.findIndex(({ kind }) => kind === 'glob');
  const glob = pattern[globAt];
  if (!glob || glob.kind === 'literal') {
    return pattern.length === elements.length ? matchEach(pattern, elements) : undefined;
  }
  const behind = pattern.length - globAt - 1;
  if (elements.length < globAt + behind) return undefined;
  const restFrom = elements.length - behind;
  const front = matchEach(pattern.slice(0, globAt), elements.slice(0, globAt));
  const back = matchEach(pattern.slice(globAt + 1), elements.slice(restFrom));
  return front && back && [...front, globValue(glob.name, elements.slice(globAt, restFrom)), ...back];
}

function matchEach(pattern: PatternSegment[], elements: PathElement[]): RuleValue[] | undefined {
  const values: RuleValue[] = [];
  for (const [at, segment] of pattern.entries()) {
    const value = matchOne(segment, elements[at]);
    if (!value) return undefined;
    values.push(value);
  }
  return values;
}

function matchOne(segment: PatternSegment, element: PathElement | undefined): RuleValue | undefined {
  if (!element || element.kind === 'rest') return undefined;
  if (segment.kind === 'literal') {
    return element.kind === 'known' && element.text === segment.text ? string(element.text) : undefined;
  }
  return element.kind === 'known' ? string(element.text) : symbolic(`{${segment.name}}`, { kind: 'string' });
}

function globValue(name: string, elements: PathElement[]): RuleValue {
  const texts = elements.flatMap((element) => (element.kind === 'known' ? element.text : []));
  return texts.length === elements.length ? path(texts) : symbolic(`{${name}}`, { kind: 'path' });
}
