import { describe, expect, it } from 'vitest';
import { smtpOptions } from './smtpOptions.ts';

describe('smtpOptions', () => {
  it('speaks TLS from the start with smtps', () => {
    expect(smtpOptions('smtps://user:p%40ss@mail.example.com')).toMatchObject({
      host: 'mail.example.com',
      port: 465,
      secure: true,
      auth: { user: 'user', pass: 'p@ss' },
      tls: { rejectUnauthorized: true },
    });
  });

  it('insists on STARTTLS with smtp', () => {
    expect(smtpOptions('smtp://mail.example.com')).toMatchObject({
      port: 587,
      secure: false,
      requireTLS: true,
      ignoreTLS: false,
    });
  });

  it.each(['smtp://127.0.0.1:1025', 'smtp://localhost:1025', 'smtp://[::1]:1025'])(
    'takes %s as it is',
    (uri) => {
      expect(smtpOptions(uri)).toMatchObject({ port: 1025, requireTLS: false, ignoreTLS: true });
    },
  );

  it.each(['smtp://127.0.0.1.example.com', 'smtp://localhost.example.com', 'smtp://10.0.0.1'])(
    'does not take %s for this machine',
    (uri) => expect(smtpOptions(uri)).toMatchObject({ requireTLS: true, ignoreTLS: false }),
  );

  it('never waits for ever', () => {
    const { connectionTimeout, greetingTimeout, socketTimeout, dnsTimeout } =
      smtpOptions('smtps://mail.example.com');
    for (const timeout of [connectionTimeout, greetingTimeout, socketTimeout, dnsTimeout]) {
      expect(timeout).toBeGreaterThan(0);
      expect(timeout).toBeLessThanOrEqual(20_000);
    }
  });

  it.each(['', 'mail.example.com:25', 'http://mail.example.com', 'smtps://', 'smtp:mail.example.com'])(
    'refuses %j',
    (uri) => expect(() => smtpOptions(uri)).toThrow('SMTP_URI is not written as'),
  );

  it.each(['?ignoreTLS=true', '?secure=false', '?tls.rejectUnauthorized=false', '/x', '#x'])(
    'takes no options, so that none turns TLS off: %s [MAIL-02]',
    (options) => {
      const password = 'secret-word';
      let words = '';
      try {
        smtpOptions(`smtps://user:${password}@mail.example.com${options}`);
      } catch (thrown) {
        words = String(thrown);
      }
      expect(words).toContain('it takes no options');
      expect(words).not.toContain(password);
    },
  );
});
