// All staged functions in one process, for tests: `node serve.ts <host> <port> <folder of the suite> <region> <secrets>`,
// in an environment as the Functions emulator makes it.
import path from 'node:path';
import { loadDeployedFunctions } from './deployedFunctions.ts';
import { functionsApp } from './functionsApp.ts';
import { hideSecrets } from './secretsOf.ts';

const [host = '', port = '', folder = '', region = '', secrets = ''] = process.argv.slice(2);
hideSecrets(new Set(secrets.split(',')));

let generation = 0;
const load = () => {
  generation += 1;
  return loadDeployedFunctions(path.join(folder, 'functions'), path.join(folder, `loaded/${generation}`));
};
let functions = await load();

functionsApp({
  projectId: process.env['GCLOUD_PROJECT'] ?? '',
  region,
  origin: `http://${host}:${port}`,
  functions: () => functions,
  async reload() {
    functions = await load();
  },
}).listen(Number(port), host, () => console.log('ready'));
