/** Percent-encoding as canonical requests have it: every byte but `A-Z a-z 0-9 - . _ ~`. */

export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The slashes of a path stay. */
export function percentEncodePath(text: string): string {
  return text.split('/').map(percentEncode).join('/');
}
