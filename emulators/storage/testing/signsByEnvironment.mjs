// A program as functions are: firebase-admin without any key in its code. Prints what it does, as JSON.
import { initializeApp } from 'firebase-admin/app';
import { getStorage } from 'firebase-admin/storage';

const projectId = 'demo-storage';
const app = initializeApp({ projectId, serviceAccountId: `emulator@${projectId}.iam.gserviceaccount.com` });
const file = getStorage(app).bucket('demo-storage.appspot.com').file('from-admin.txt');
await file.save('hello', { contentType: 'text/plain' });
const expires = Date.now() + 60_000;
const [url] = await file.getSignedUrl({ version: 'v4', action: 'read', expires });
const [form] = await file.generateSignedPostPolicyV4({
  expires,
  conditions: [['content-length-range', 1, 10]],
});
console.log(JSON.stringify({ url, form }));
