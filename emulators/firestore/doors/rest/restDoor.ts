import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FirestoreService, Message } from '../../types.ts';
import { callerFrom } from '../caller.ts';
import { answerJson, readJson } from '../httpBody.ts';
import { fromJson, responseTypeOf, toJson } from '../protoJson.ts';
import { toRestError } from '../restError.ts';
import { queryFields } from './queryFields.ts';
import { findRestRoute } from './restRoute.ts';
import type { RestRoute } from './restRoute.ts';

/** Takes one REST call, and answers it or its error. */
export type RestDoor = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/**
 * Firestore's REST API (https://firebase.google.com/docs/firestore/reference/rest): the web SDK's unary calls in a
 * browser, its `lite` build, and whoever speaks plain HTTP. What streams over gRPC is answered whole, as an array.
 */
export function createRestDoor(service: FirestoreService): RestDoor {
  return async (request, response, url) => {
    const route = findRestRoute(request.method ?? 'GET', url.pathname);

    try {
      const message = await readRequest(route, request, url);
      const caller = callerFrom(request.headers.authorization);
      const answer = route.streaming
        ? await collect(route.method, service.serverStream(route.method, message, caller))
        : toJson(responseTypeOf(route.method), await service.unary(route.method, message, caller));
      answerJson(response, 200, answer);
    } catch (thrown) {
      const body = toRestError(thrown);
      answerJson(response, body.error.code, route.streaming ? [body] : body);
    }
  };
}

async function readRequest(route: RestRoute, request: IncomingMessage, url: URL): Promise<Message> {
  const requestType = `${route.method}Request`;
  const body = route.body === 'none' ? {} : await readJson(request);
  const { pathFields } = route;

  if (route.body === 'document') {
    const document = { ...body, ...(pathFields['document'] as object | undefined) };
    return fromJson(requestType, { ...queryFields(requestType, url.searchParams), ...pathFields, document });
  }
  return fromJson(requestType, { ...queryFields(requestType, url.searchParams), ...body, ...pathFields });
}

async function collect(method: RestRoute['method'], messages: AsyncIterable<Message>): Promise<unknown[]> {
  const type = responseTypeOf(method);
  const answers: unknown[] = [];
  for await (const message of messages) answers.push(toJson(type, message));
  return answers;
}
