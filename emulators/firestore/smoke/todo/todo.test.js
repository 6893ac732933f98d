// A to-do list as somebody else would write it: it knows the package by its name alone.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { startFirestore } from '@hrx/firestore-emulator';
import { assertFails, assertSucceeds, initializeTestEnvironment } from '@firebase/rules-unit-testing';
import { initializeApp as initializeAdmin, deleteApp as deleteAdmin } from 'firebase-admin/app';
import { FieldValue, getFirestore as getAdminFirestore } from 'firebase-admin/firestore';
import { deleteApp, initializeApp } from 'firebase/app';
import * as web from 'firebase/firestore';

const PROJECT = 'demo-todo';
web.setLogLevel('silent');

let command;
let host;
let admin;

before(async () => {
  command = spawn('node_modules/.bin/firestore-emulator', ['--port', '0', '--rules', 'firestore.rules'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(command.stdout), 'line');
  host = /http:\/\/([^ ]+:\d+)/.exec(line)[1];
  process.env.FIRESTORE_EMULATOR_HOST = host;
  process.env.METADATA_SERVER_DETECTION = 'none';
  admin = initializeAdmin({ projectId: PROJECT });
});

after(async () => {
  await deleteAdmin(admin);
  command.kill('SIGINT');
  const [code] = await once(command, 'exit');
  assert.equal(code, 0);
});

test('the Admin SDK keeps a list, and counts it', async () => {
  const list = getAdminFirestore(admin).doc('lists/home');
  await list.set({ owner: 'ada' });
  await list.collection('items').add({ text: 'milk', done: false, at: FieldValue.serverTimestamp() });
  await list.collection('items').add({ text: 'bread', done: true });
  const open = list.collection('items').where('done', '==', false);

  assert.equal((await open.count().get()).data().count, 1);
});

test('the web SDK sees what changes, and runs a transaction', async () => {
  const app = initializeApp({ projectId: PROJECT, apiKey: 'fake' });
  const firestore = web.getFirestore(app);
  const [name, port] = host.split(':');
  web.connectFirestoreEmulator(firestore, name, Number(port), { mockUserToken: { user_id: 'ada' } });
  const items = web.collection(firestore, 'lists/home/items');
  const texts = [];
  let seen;
  const stop = web.onSnapshot(web.query(items, web.orderBy('text')), (snapshot) => {
    texts.push(snapshot.docs.map((each) => each.get('text')).join(' '));
    seen?.();
  });
  const until = async (wanted) => {
    while (texts.at(-1) !== wanted) await new Promise((resolve) => (seen = resolve));
  };

  await until('bread milk');
  const tea = web.doc(items, 'tea');
  await web.setDoc(tea, { text: 'tea', done: false });
  await until('bread milk tea');
  await web.runTransaction(firestore, async (transaction) => {
    const done = (await transaction.get(tea)).get('done');
    transaction.update(tea, { done: !done });
  });
  assert.equal((await web.getDoc(tea)).get('done'), true);
  stop();
  await deleteApp(app);
});

test('the rules are tested with @firebase/rules-unit-testing', async () => {
  const rules = await readFile('firestore.rules', 'utf8');
  const environment = await initializeTestEnvironment({
    projectId: `${PROJECT}-rules`,
    firestore: { rules },
  });
  await environment.withSecurityRulesDisabled((context) =>
    context.firestore().doc('lists/home').set({ owner: 'ada' }),
  );
  const item = (context) => context.firestore().doc('lists/home/items/one');
  const ada = environment.authenticatedContext('ada');

  await assertSucceeds(item(ada).set({ text: 'milk', done: false }));
  await assertFails(item(ada).set({ text: 'x'.repeat(101), done: false }));
  await assertFails(item(environment.authenticatedContext('bob')).get());
  await assertFails(item(environment.unauthenticatedContext()).get());
  await environment.cleanup();
});

test('a Firestore runs in the process of a test', async () => {
  const firestore = await startFirestore({ port: 0 });
  assert.equal(await (await fetch(firestore.url)).text(), 'Ok\n');
  await firestore.close();
});
