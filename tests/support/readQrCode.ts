import jsQR from 'jsqr';
import type { Locator } from 'playwright-core';
import { PNG } from 'pngjs';

/** @returns what a phone reads when its camera is held at this picture. @throws Error when it reads nothing. */
export async function readQrCode(picture: Locator): Promise<string> {
  const { data, width, height } = PNG.sync.read(await picture.screenshot());
  const read = jsQR(new Uint8ClampedArray(data), width, height);
  if (!read) throw new Error(`No QR code can be read in this picture of ${width} × ${height}.`);
  return read.data;
}
