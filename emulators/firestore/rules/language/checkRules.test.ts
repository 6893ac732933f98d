import { describe, expect, it } from 'vitest';
import { loadRules } from '../loadRules.ts';
import { inDatabase } from '../testing/asking.ts';
import { RulesLoadError } from './RulesLoadError.ts';

/** The error that loading ends in; a file that loads fails the test. */
function loadError(source: string): RulesLoadError {
  try {
    loadRules(source);
  } catch (error) {
    if (error instanceof RulesLoadError) return error;
    throw error;
  }
  throw new Error('it loaded');
}

const inThings = (body: string) => inDatabase(`match /things/{id} {\n${body}\n}`);

describe('loading firestore.rules', () => {
  it('takes every statement of the language', () => {
    const source = `
      rules_version = '2';
      /* block
         comment */
      function outside() { return true }
      service cloud.firestore { // line comment
        function inService(a, b) { let c = a; let d = c == b; return d; }
        match /databases/{database}/documents {
          match /open/{id} { allow read; }
          match /a/{a}/b/{b} {
            function both() { return a == b && outside() && inService(a, b); }
            allow get, list: if both();
            allow write: if false;
            match /c/{rest=**} { allow create, update, delete: if both() && rest.size == 1 || true; }
          }
        }
      }
      function after() { return inOrder(1); }
      function inOrder(x) { return x == 1; }
    `;
    expect(loadRules(source)).toHaveProperty('judge');
  });

  it.each([
    ["rules_version = '1'; service cloud.firestore {}", 1, "rules_version must be '2'"],
    ['service cloud.firestore {}', 1, 'rules_version'],
    ["rules_version = '2';\nservice firebase.storage {}", 2, 'cloud.firestore'],
    ["rules_version = '2';\nservice cloud.firestore {", 2, "'}'"],
    ["rules_version = '2';\n service cloud.firestore { # }", 2, 'unexpected #'],
    ["rules_version = '2';\nservice cloud.firestore {}\nmatch", 3, 'match'],
  ])('refuses a file that is no rules file: %j', (source, line, problem) => {
    const error = loadError(source);
    expect(error).toMatchObject({ line });
    expect(error.message).toContain(problem);
  });

  it.each([
    ['allow read: if tru;', 'unknown variable tru'],
    ['allow read: if signedIn();', 'unknown function signedIn()'],
    ["allow read: if request.auth.uid.startsWith('a');", 'unknown method startsWith()'],
    ["allow read: if resource.data.get('a') == 1;", 'get() takes 2 arguments, not 1'],
    ['allow read: if request.user != null;', 'request has no property user'],
    ["allow read: if request.auth.email == 'a';", 'request.auth has no property email'],
    ['allow read: if resource.exists;', 'resource has no property exists'],
    ["allow list: if request.query.orderBy == 'a';", 'request.query has no property orderBy'],
    ['allow read: if resource.data.a is text;', 'unknown type text'],
    ['allow read: if math.tan(1) > 0;', 'unknown function math.tan()'],
    ['allow read: if math.abs() > 0;', 'math.abs() takes 1 arguments, not 0'],
    ['allow read: if math == 1;', 'unknown variable math'],
    ['allow read: if exists(/a/b, 1);', 'exists() takes 1 arguments, not 2'],
    ['allow write: if getAfter();', 'getAfter() takes 1 arguments, not 0'],
    ['allow reed: if true;', 'allow does not know reed'],
    ['allow constructor: if true;', 'allow does not know constructor'],
    ['allow read: if constructor();', 'unknown function constructor()'],
    ["allow read: if resource.data.a.matches('(?=x)');", 'lookaround'],
    ["allow read: if resource.data.a.matches('(a)\\\\1');", 'RE2'],
    ["allow read: if resource.data.a.matches('[a');", 'unclosed'],
    ["allow read: if resource.data.a == '\\d';", 'escape'],
    ['allow read: if 9223372036854775808 > 0;', '64 bits'],
    ['allow read: if true', ''],
    ['allow read: true;', ''],
    ['allow read: if a = 1;', ''],
    ['function f() { return f(); } allow read: if f();', 'f() calls itself'],
    ['function f() { return g(); } function g() { return f(); }', 'calls itself'],
    ['function f() { return true; } function f() { return true; }', 'f() is declared twice'],
    ['function get(a) { return true; }', 'get() is a function of the language'],
    ['function f(a, a) { return true; }', 'a name twice'],
    ['function f(request) { return true; }', 'request is a name of the language'],
    ['function f(a) { let a = 1; return true; }', 'a name twice'],
    ['function f(a) { let b = c; let c = 1; return true; }', 'unknown variable c'],
    ['function f(a) { return true; } allow read: if f();', 'f() takes 1 arguments, not 0'],
    ['match /x/{id}/y/{id} { allow read: if true; }', 'a name twice'],
    ['match /{a=**} { match /x/{b=**} { allow read; } }', 'one path can hold one {name=**}'],
    [
      'match /x/{y} { allow read: if hidden(); match /z/{w} { function hidden() { return true; } } }',
      'hidden()',
    ],
    ['function f() { return inner; } match /x/{inner} { allow read: if f(); }', 'unknown variable inner'],
  ])('refuses what it does not know, with its line: %s', (body, problem) => {
    const error = loadError(inThings(body));
    expect(error.line).toBeGreaterThanOrEqual(5);
    expect(error.line).toBeLessThanOrEqual(6);
    expect(error.message).toContain(`firestore.rules:${error.line}:${error.column}: `);
    expect(error.message).toContain(problem);
  });

  it('names the column of what it does not know', () => {
    expect(loadError(inThings('  allow read: if true && nobody;'))).toMatchObject({ line: 5, column: 26 });
  });

  it('lets functions be called before they are declared, and names be used again further in', () => {
    const source = inThings(`
      allow read: if f(id);
      function f(id) { let other = id; return g(other); }
      function g(id) { return id == 'one'; }
      match /inner/{id} { allow read: if f(id); }
    `);
    expect(loadRules(source)).toHaveProperty('judge');
  });
});
