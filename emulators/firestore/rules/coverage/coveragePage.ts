import type { CoverageNode, RulesCoverage } from '../../types.ts';

const STYLE = `body { font: 14px/1.6 monospace; margin: 2rem; white-space: pre-wrap; }
h1 { font: 600 1.25rem system-ui, sans-serif; }
.both { background: #d6f5d6; } .one { background: #fff3bf; } .never { background: #ffd6d6; }`;

/** A page that shows the rules, and of each expression which values it had. */
export function coveragePage({ source, report }: RulesCoverage): string {
  return `<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Firestore Rule Coverage Report</title><style>${STYLE}</style>
<h1>Firestore Rule Coverage Report</h1>
<p><span class="both">all of its outcomes seen</span> <span class="one">always the same</span> <span class="never">never evaluated</span></p>
<code>${withSpans(source, report, 0, source.length)}</code></html>
`;
}

/** The text from `start` to `end`, each of the nodes in it a span of its own, and theirs within. */
function withSpans(source: string, nodes: readonly CoverageNode[], start: number, end: number): string {
  let html = '';
  let at = start;
  for (const node of [...nodes].sort((a, b) => startOf(a) - startOf(b))) {
    const { currentOffset, endOffset } = node.sourcePosition;
    if (currentOffset < at || endOffset > end) continue;
    const inner = withSpans(source, node.children ?? [], currentOffset, endOffset);
    html += `${escape(source.slice(at, currentOffset))}<span class="coverage-expr ${classOf(node)}" title="${escape(titleOf(node))}">${inner}</span>`;
    at = endOffset;
  }
  return html + escape(source.slice(at, end));
}

function startOf(node: CoverageNode): number {
  return node.sourcePosition.currentOffset;
}

function classOf({ values = [] }: CoverageNode): string {
  const booleans = values.filter(({ value }) => 'boolValue' in value);
  if (values.length === 0) return 'never';
  return booleans.length === 1 ? 'one' : 'both';
}

function titleOf({ values = [] }: CoverageNode): string {
  if (values.length === 0) return 'never evaluated';
  return values.map(({ value, count }) => `${JSON.stringify(Object.values(value)[0])}: ${count}`).join('\n');
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
