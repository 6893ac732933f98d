import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { allowCrossOrigin, answerPreflight } from './crossOrigin.ts';
import { answerJson, answerText } from './httpBody.ts';
import type { RestDoor } from './rest/restDoor.ts';
import { toRestError } from './restError.ts';
import type { TestingDoor } from './testing/testingDoor.ts';
import type { WebChannelDoor } from './webchannel/webChannelDoor.ts';

export interface HttpDoors {
  webChannel: WebChannelDoor;
  rest: RestDoor;
  testing: TestingDoor;
}

/** The HTTP/1.1 server of the embedded Firestore: says which door an address belongs to. It is not listening yet. */
export function createHttpDoor(doors: HttpDoors): Server {
  return createServer((request, response) => {
    allowCrossOrigin(request, response);
    void answer(doors, request, response).catch((thrown: unknown) => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const body = toRestError(thrown);
      answerJson(response, body.error.code, body);
    });
  });
}

async function answer(
  { webChannel, rest, testing }: HttpDoors,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'OPTIONS') {
    answerPreflight(response);
    return;
  }

  const url = new URL(request.url ?? '/', 'http://firestore.invalid');
  // What asks whether a server is up asks for `/`, and Google's emulator answers this.
  if (url.pathname === '/') answerText(response, 200, 'Ok\n');
  else if (url.pathname.startsWith('/emulator/')) await testing(request, response, url);
  else if (!(await webChannel.handle(request, response, url))) await rest(request, response, url);
}
