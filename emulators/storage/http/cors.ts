/** Cross-origin requests as a bucket's rules allow them: https://cloud.google.com/storage/docs/cross-origin */
import type { CorsRule } from '../store/storedObject.ts';
import { sendEmpty, type Exchange } from './exchange.ts';

/** A rule that lets the page on which a resumable upload was started go on with it, whatever the bucket's rules say. */
export function sessionRule(origin: string): CorsRule {
  return { origin: [origin], method: ['*'], responseHeader: ['*', 'Range', 'Location'], maxAgeSeconds: 3600 };
}

/** Answers a preflight: with no permission when no rule fits, which the browser then reports. */
export function answerPreflight(exchange: Exchange, rules: CorsRule[]): void {
  const { request } = exchange;
  const { origin } = request.headers;
  const method = request.headers['access-control-request-method'];
  const wanted = listOf(request.headers['access-control-request-headers']);
  const rule = findRule(rules, origin, method);
  const headers = rule?.responseHeader ?? [];
  if (!rule || !wanted.every((name) => includes(headers, name))) {
    sendEmpty(exchange, 200, { Vary: 'Origin' });
    return;
  }
  sendEmpty(exchange, 200, {
    ...allowedOrigin(rule, origin),
    'Access-Control-Allow-Methods': includes(rule.method, '*')
      ? (method ?? '')
      : (rule.method ?? []).join(', '),
    'Access-Control-Allow-Headers': includes(headers, '*') ? wanted.join(', ') : headers.join(', '),
    'Access-Control-Max-Age': String(rule.maxAgeSeconds ?? 3600),
  });
}

/** Adds to the answer what lets the page read it, if a rule fits. */
export function allowCrossOrigin({ request, response, method }: Exchange, rules: CorsRule[]): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader('Vary', 'Origin');
  const rule = findRule(rules, origin, method);
  if (!rule) return;
  for (const [name, value] of Object.entries(allowedOrigin(rule, origin))) response.setHeader(name, value);
  response.setHeader('Access-Control-Expose-Headers', (rule.responseHeader ?? []).join(', '));
}

/** The first rule that names both decides. */
function findRule(
  rules: CorsRule[],
  origin: string | undefined,
  method: string | undefined,
): CorsRule | undefined {
  if (origin === undefined || method === undefined) return undefined;
  return rules.find((rule) => includes(rule.origin, origin) && includes(rule.method, method));
}

function allowedOrigin(rule: CorsRule, origin = ''): Record<string, string> {
  if (rule.origin?.includes('*')) return { 'Access-Control-Allow-Origin': '*' };
  return { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' };
}

function includes(names: string[] | undefined, name: string): boolean {
  return (names ?? []).some((one) => one === '*' || one.toLowerCase() === name.toLowerCase());
}

function listOf(value: string | undefined): string[] {
  return (value ?? '').split(',').flatMap((name) => name.trim() || []);
}
