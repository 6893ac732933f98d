/** The words that people do not read here: each with the plain ones that took its place. */
import { parseSync } from 'vite';

/** What is wrong with a sentence that a person reads, and what to say. */
interface Retired {
  words: RegExp;
  better: string;
}

const RETIRED: readonly Retired[] = [
  { words: /\bgo(es)? together\b/i, better: 'wrong email or password' },
  { words: /\bgo(es)? on\b/i, better: 'continue' },
  { words: /\bmend(s|ed)?\b/i, better: 'fix, correct, check these fields' },
  { words: /\blook(s|ing)? (into|among|who|at your)\b/i, better: 'check your email' },
  { words: /\bleads? (nowhere|to|into|there|you)\b/i, better: 'opens; does not work' },
  {
    words: /\bwait(s|ing)? (for (you|it|their|your)|any more)|\bstill waits\b/i,
    better: 'open, no longer open',
  },
  { words: /\b(run|ran|runs) out\b/i, better: 'expired' },
  { words: /\bwants? you\b/i, better: '(nothing)' },
  { words: /\bhand(ed|s)? (over|to you)\b|\bhand-over\b/i, better: 'invitation link, share a link' },
  { words: /\bas many\b.*\bas (it|they) may\b/i, better: 'too many' },
  {
    words: /\b(lives|stands) (at|in|for|under|until)\b|\binvitation lives\b/i,
    better: 'is valid for, expires',
  },
  { words: /\b(come|comes|came|are|is) in (by|without)\b/i, better: 'join, sign in' },
  {
    words: /\b(say|says|said|saying) (yes|no)\b|\btheir yes\b|\bno, thank you\b/i,
    better: 'accept, decline',
  },
  { words: /\btaken back\b|\btake it back\b/i, better: 'cancelled' },
  { words: /\bmailbox(es)?\b|\bunwanted mail\b/i, better: 'email, spam folder' },
  { words: /\bmail(s|ed)? (me|you|us|it)\b|\b(the|a|your|its|no) mails?\b/i, better: 'email' },
  { words: /\bsomebody\b|\beverybody\b|\bwhoever\b/i, better: 'someone, everyone' },
  { words: /\bplease\b/i, better: '(leave it out)' },
  { words: /\btenants?\b/i, better: 'company' },
  { words: /\bdesignation\b/i, better: 'job title' },
];

/**
 * @param file its name tells TypeScript from JSX
 * @returns each retired wording in the strings, templates and JSX text of `source`; comments and code may say what they like
 */
export function findRetiredWords(file: string, source: string): string[] {
  return textsIn(parseSync(file, source).program).flatMap((text) =>
    RETIRED.filter(({ words }) => words.test(text)).map(({ better }) => `“${text}”: say “${better}”`),
  );
}

/** @returns what reads as words: at least two of them. Names, paths and keys are one. */
function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (!isNode(node) || NOT_READ.has(node.type)) return [];
  const text = textOf(node);
  if (text === null) return Object.values(node).flatMap(textsIn);
  const words = text.replace(/\s+/g, ' ').trim();
  const inside = node.type === 'TemplateLiteral' ? textsIn(node['expressions']) : [];
  return /\S \S/.test(words) ? [words, ...inside] : inside;
}

/** Paths of modules are not read by people. */
const NOT_READ = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ImportExpression']);

interface Node {
  type: string;
  [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function textOf(node: Node): string | null {
  if (node.type === 'JSXText') return String(node['value']);
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : '';
  if (node.type !== 'TemplateLiteral') return null;
  const parts = node['quasis'] as { value: { cooked: string } }[];
  return parts.map(({ value }) => value.cooked).join('…');
}
