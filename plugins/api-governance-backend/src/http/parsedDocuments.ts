import { parseText } from '@treaty/contract-source';
import type { Stores } from '../database/stores';

/** A person who looks at one operation usually looks at the next one soon. */
const KEPT_MS = 60_000;

/** The value of a release's document. The last one is kept for a minute: of 13 MB, reading takes longer than cutting. */
export class ParsedDocuments {
  private last?: { digest: string; root: unknown };
  private timer?: NodeJS.Timeout;

  constructor(private readonly stores: Stores) {}

  async read(apiRef: string, digest: string): Promise<unknown> {
    if (this.last?.digest !== digest) {
      const document = await this.stores.releases.document(apiRef, digest);
      const root = document && parseText(document.content.toString('utf8'), 'document').value;
      this.last = { digest, root };
    }
    const { root } = this.last;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.last = undefined), KEPT_MS).unref();
    return root;
  }
}
