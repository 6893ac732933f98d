/** How we talk to the mail server that `SMTP_URI` names. Pure. */

export interface SmtpOptions {
  host: string;
  port: number;
  secure: boolean;
  /** Refuse to go on without STARTTLS. */
  requireTLS: boolean;
  ignoreTLS: boolean;
  auth?: { user: string; pass: string };
  tls: { minVersion: 'TLSv1.2'; rejectUnauthorized: true };
  connectionTimeout: number;
  greetingTimeout: number;
  socketTimeout: number;
  dnsTimeout: number;
  disableFileAccess: true;
  disableUrlAccess: true;
}

/** The submission ports of RFC 8314. */
const PORTS = { 'smtps:': 465, 'smtp:': 587 } as const;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Only a server on this very machine is talked to without TLS. Anywhere else the certificate must be good, and neither
 * the server nor the setting can talk us out of it.
 *
 * @param uri `smtps://user:password@host[:port]`, or `smtp://…` for STARTTLS.
 * @throws Error that says what is wrong, without a word of the value.
 */
export function smtpOptions(uri: string): SmtpOptions {
  const url = URL.parse(uri);
  const protocol = url?.protocol;
  if (url === null || url.hostname === '' || (protocol !== 'smtp:' && protocol !== 'smtps:'))
    throw new Error('SMTP_URI is not written as smtps://user:password@host:port.');
  if (url.search !== '' || url.hash !== '' || url.pathname.length > 1)
    throw new Error('SMTP_URI ends with the port: it takes no options.');
  const secure = protocol === 'smtps:';
  const isLocal = LOOPBACK.has(url.hostname);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? PORTS[protocol] : Number(url.port),
    secure,
    requireTLS: !secure && !isLocal,
    ignoreTLS: !secure && isLocal,
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 5_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
