import { parameter, type Exchange } from '../http/exchange.ts';

/** @returns whether the answer is bytes, whose errors are plain text */
export function isMedia(exchange: Exchange): boolean {
  return exchange.segments[0] === 'download' || parameter(exchange, 'alt') === 'media';
}
