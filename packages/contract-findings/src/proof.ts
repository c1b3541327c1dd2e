/** A full HTTP message that demonstrates a change. Deterministic and as small as the schemas allow. */
export type HttpMessage =
  | {
      kind: 'request';
      method: string;
      /** Path with parameters filled in and the query string, for example `/orders/o-1?expand=lines`. */
      url: string;
      headers: Record<string, string>;
      /** The decoded body; absent when the message has none. */
      body?: unknown;
    }
  | {
      kind: 'response';
      status: number;
      headers: Record<string, string>;
      body?: unknown;
    };

/**
 * The evidence beside a breaking finding.
 * `proved` on a message: an independent validator accepted `message` on one side and rejected it on the other.
 * `proved` with `by: 'structure'`: the operation, media type or credential that used to work is gone; `message` shows it.
 */
export type Proof =
  | {
      status: 'proved';
      message: HttpMessage;
      acceptedBy: 'old' | 'new';
      rejectedBy: 'old' | 'new';
      /** Who checked it. `ajv` shares no code with the engine. */
      by: 'ajv' | 'structure';
      /** The validator's own error text for the rejecting side, for example `/customer must have required property 'email'`. */
      error: string;
    }
  | { status: 'unproven'; reason: string };

/** The message as a person would type it: start line, headers that matter, compact body. */
export function formatHttpMessage(message: HttpMessage): string {
  const start = message.kind === 'request' ? `${message.method} ${message.url}` : String(message.status);
  const headers = Object.entries(message.headers).map(([name, value]) => `${name}: ${value}`);
  const body = message.body === undefined ? [] : [JSON.stringify(message.body)];
  return [start, ...headers, ...body].join('\n');
}
