/** Cloud Storage's two error bodies. */
import type { StorageError } from '../storageError.ts';

/** @returns the JSON API's body: https://cloud.google.com/storage/docs/json_api/v1/status-codes */
export function jsonErrorBody({ problem, message }: StorageError): string {
  const { status, reason } = problem;
  return JSON.stringify({
    error: { code: status, message, errors: [{ message, domain: 'global', reason }] },
  });
}

/** @returns the XML API's body: https://cloud.google.com/storage/docs/xml-api/reference-status */
export function xmlErrorBody({ problem, details, elements }: StorageError): string {
  return xmlDocument('Error', {
    Code: problem.code,
    Message: problem.message,
    ...(details !== undefined && { Details: details }),
    ...elements,
  });
}

/** @returns a document of one level: `<Root><Name>text</Name>…</Root>` */
export function xmlDocument(root: string, elements: Record<string, string>): string {
  const children = Object.entries(elements).map(([name, text]) => `<${name}>${escaped(text)}</${name}>`);
  return `<?xml version='1.0' encoding='UTF-8'?><${root}>${children.join('')}</${root}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
