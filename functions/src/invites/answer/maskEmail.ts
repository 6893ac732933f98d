/** An address for who may recognise it and may not learn it: `nina@acme.example` → `n•••@acme.example`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
}
