import { Subject } from '@treaty/contract-findings';
import { Prover } from '../contain/prover';
import { Api, Operation } from '../model/types';
import { Mode } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { Collector, Spot } from './collector';
import { Draft, Root } from './findings';
import { MessageComparer } from './messages';
import { SchemaPairs } from './schemaPairs';

/** Walks two contracts in step and collects what the rules see. */
export class OperationComparer {
  private readonly collector = new Collector();
  private readonly messages: MessageComparer;

  constructor(space: Schemas, pairs: SchemaPairs, provers: Record<Mode, Prover>) {
    this.messages = new MessageComparer(space, pairs, provers, this.collector);
  }

  get drafts(): readonly Draft[] {
    return this.collector.drafts;
  }

  get roots(): readonly Root[] {
    return this.messages.roots;
  }

  compare(before: Api, after: Api): void {
    this.collector.ask(
      'document',
      { before, after },
      { subject: {}, location: 'document', mode: 'request', operations: {} },
    );
    this.list(before.operations, after.operations, this.moved(before.operations, after.operations));
    this.list(before.webhooks, after.webhooks);
  }

  private list(
    olds: ReadonlyMap<string, Operation>,
    news: ReadonlyMap<string, Operation>,
    moved: ReadonlyMap<Operation, Operation> = new Map(),
  ): void {
    for (const [key, before] of olds) this.operation(before, news.get(key) ?? moved.get(before));
    const taken = new Set(moved.values());
    for (const [key, after] of news)
      if (!olds.has(key) && !taken.has(after)) this.operation(undefined, after);
  }

  /** Operations whose template changed together with the servers' base path, so that the whole URL stayed. */
  private moved(
    olds: ReadonlyMap<string, Operation>,
    news: ReadonlyMap<string, Operation>,
  ): Map<Operation, Operation> {
    const full = (operation: Operation): string[] =>
      operation.servers
        .flatMap(({ url, base }) => [url, base])
        .map(server => `${operation.method} ${server}${operation.template.replace(/\{[^}]*\}/g, '{}')}`);
    const byUrl = new Map<string, Operation>();
    for (const [key, operation] of news)
      if (!olds.has(key)) for (const url of full(operation)) byUrl.set(url, operation);
    const found = new Map<Operation, Operation>();
    for (const [key, operation] of olds) {
      if (news.has(key)) continue;
      const match = full(operation)
        .map(url => byUrl.get(url))
        .find(item => item !== undefined);
      if (match) found.set(operation, match);
    }
    return found;
  }

  private operation(before: Operation | undefined, after: Operation | undefined): void {
    if (before && after && before.hash === after.hash) return;
    const label = (after ?? before)?.label;
    const subject: Subject = { operation: label };
    const spot: Spot = {
      subject,
      location: 'operation',
      mode: 'request',
      operations: { before, after },
      cause: label ?? '',
    };
    this.collector.ask('operation', { before, after }, spot);
    if (!before || !after) return;
    this.collector.askEnding(before, after, `operation ${label}`, {
      ...spot,
      subject: { ...subject, at: 'operation' },
      places: { before: before.loc, after: after.loc },
    });
    const pair = { before, after };
    this.collector.ask('security', pair, { ...spot, location: 'security', cause: '' });
    if (!before.inverted) this.collector.ask('server', pair, { ...spot, location: 'server', cause: '' });
    this.messages.compare(before, after);
    this.list(before.callbacks, after.callbacks);
  }
}
