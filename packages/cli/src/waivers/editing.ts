import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Document, isMap, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml';
import { CommandError } from '../errors';
import { readOwnFile } from '../host/files';
import { BaselineFile } from './baseline';
import { WaiverEntry } from './waivers';

const WAIVERS_HEAD = ` yaml-language-server: $schema=./node_modules/@treaty/cli/schema/treaty-waivers.schema.json
 Findings that somebody accepted. A waiver holds once a second person is named as its approver, until its day is over.`;
const BASELINE_HEAD = ` yaml-language-server: $schema=./node_modules/@treaty/cli/schema/treaty-baseline.schema.json
 Lint findings that were there before: only new ones count. Written by 'treaty baseline'.`;

/** A file of the repository. */
interface OwnFile {
  root: string;
  /** Relative to it. */
  file: string;
}

/** Adds a waiver; comments and order of the file stay. */
export function addWaiver(file: OwnFile, entry: WaiverEntry, about: string): void {
  const document = open(file, WAIVERS_HEAD);
  const list = sequence(document, 'waivers');
  const node = document.createNode(entry);
  node.commentBefore = ` ${about}`;
  list.add(node);
  save(file, document);
}

/** Puts today's findings in place of what a baseline held for these documents; what stays keeps its comments. */
export function writeBaseline(file: OwnFile, content: BaselineFile): { added: number; gone: number } {
  const document = open(file, BASELINE_HEAD);
  for (const key of ['owner', 'review', 'ruleset'] as const)
    if (content[key] !== undefined) document.set(key, content[key]);
  if (!isMap(document.get('findings'))) document.set('findings', document.createNode({}));
  const findings = document.get('findings') as YAMLMap;
  findings.flow = false;
  const changes = { added: 0, gone: 0 };
  for (const [name, wanted] of Object.entries(content.findings)) {
    const list = findings.get(name);
    const before = isSeq(list) ? list.items.filter(isMap) : [];
    const identity = (rule: unknown, finding: unknown) => `${String(rule)} ${String(finding)}`;
    const kept = new Map(before.map(item => [identity(item.get('rule'), item.get('finding')), item]));
    const items = wanted.map(one => {
      const known = kept.get(identity(one.rule, one.finding));
      if (!known) return document.createNode(one) as YAMLMap;
      if (one.times === undefined) known.delete('times');
      else known.set('times', one.times);
      return known;
    });
    const stay = new Set(items);
    changes.added += items.filter(item => !before.includes(item)).length;
    changes.gone += before.filter(item => !stay.has(item)).length;
    if (items.length === 0) findings.delete(name);
    else if (isSeq(list)) list.items = items;
    else {
      const made = new YAMLSeq();
      made.items = items;
      findings.set(name, made);
    }
  }
  save(file, document);
  return changes;
}

function open({ root, file }: OwnFile, head: string): Document {
  const found = readOwnFile(root, file);
  if (!found) {
    const document = new Document({});
    document.commentBefore = head;
    return document;
  }
  if (found.problem) throw new CommandError(`${file}: ${found.problem.message}`, found.problem.next);
  const document: Document = parseDocument(found.text, { prettyErrors: true });
  const [error] = document.errors;
  if (error) throw new CommandError(`${file}: ${error.message.split('\n')[0]}`, 'mend the file first');
  if (document.contents === null) document.contents = document.createNode({});
  if (!isMap(document.contents))
    throw new CommandError(`${file} is not a list of keys`, 'mend the file first, or move it away');
  return document;
}

function sequence(document: Document, key: string): YAMLSeq {
  const found = document.get(key);
  if (isSeq(found)) {
    found.flow = false;
    return found;
  }
  const made = new YAMLSeq();
  document.set(key, made);
  return made;
}

function save({ root, file }: OwnFile, document: Document): void {
  try {
    writeFileSync(path.join(root, file), document.toString({ lineWidth: 0 }));
  } catch (error) {
    throw new CommandError(
      `cannot write '${file}': ${(error as Error).message}`,
      'make the file writable',
      undefined,
      { cause: error },
    );
  }
}
