/** A request of a client, numbered from 0 over the life of its channel. */
export interface NumberedRequest {
  number: number;
  /** A request as proto3 JSON. */
  data: string;
}

export interface ChannelForm {
  /** HTTP headers that the client put into the body, so as to need no preflight; the names are lower-case. */
  headers: Map<string, string>;
  requests: NumberedRequest[];
}

/**
 * Reads the body of a WebChannel POST: `headers=…&count=n&ofs=k&req0___data__=…&req1___data__=…`, where `reqI` is the
 * request number k + I (`Yc` in @firebase/webchannel-wrapper).
 */
export function parseChannelForm(body: string): ChannelForm {
  const form = new URLSearchParams(body);
  const offset = Number(form.get('ofs') ?? 0);

  const requests: NumberedRequest[] = [];
  for (const [name, data] of form) {
    const index = /^req(\d+)___data__$/.exec(name)?.[1];
    if (index !== undefined) requests.push({ number: offset + Number(index), data });
  }
  return { headers: parseHeaderLines(form.get('headers') ?? ''), requests };
}

/** Reads `Name:value\r\n…`. */
export function parseHeaderLines(lines: string): Map<string, string> {
  const headers = new Map<string, string>();

  for (const line of lines.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}
