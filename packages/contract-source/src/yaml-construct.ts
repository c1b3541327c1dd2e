import { Event, EVENT_ID, getScalarValue, SCALAR_STYLE, ScalarEvent } from 'js-yaml';
import { SourceLimits } from './limits';
import { clip } from './near';
import { addPair, Frame, Node, openFrame } from './yaml-frames';
import { fullTag, isPlainCollectionTag, scalarValue } from './yaml-scalars';

/** A problem before its offset became a line. */
export interface YamlFault {
  code: string;
  message: string;
  offset: number;
  next: string;
  severity: 'error' | 'warning';
}

const MERGE_KEY = '<<';

/**
 * Plain values from parser events. Unlike the parser's own constructor: keys are the text as written (`200:` is
 * '200', `1.0:` is '1.0'), dates stay text, every duplicate key is reported, unknown tags are kept as plain values,
 * and aliases are counted by what they expand to, so that no later reader can be made to walk a bomb.
 */
export function constructYaml(
  events: readonly Event[],
  text: string,
  limits: SourceLimits,
): { values: unknown[]; faults: YamlFault[]; fatal: boolean } {
  const values: unknown[] = [];
  const faults: YamlFault[] = [];
  const frames: Frame[] = [];
  let anchors = new Map<string, Node | 'open'>();
  const budget = Math.min(limits.maxYamlTokens, Math.max(100_000, limits.maxAliasFactor * events.length));
  let expanded = 0;
  let offset = 0;

  const fault = (
    code: string,
    message: string,
    next: string,
    severity: 'error' | 'warning' = 'error',
    at = offset,
  ) => {
    if (faults.length < limits.maxProblems) faults.push({ code, message, next, severity, offset: at });
  };
  const stop = () => ({ values: [], faults, fatal: true });

  const add = (node: Node, keyText: string | undefined, plainKey: boolean): boolean => {
    const frame = frames[frames.length - 1];
    if (frame.kind === 'mapping' && frame.key === undefined) {
      if (keyText === undefined) {
        fault('yaml-complex-key', 'a mapping or sequence is used as a key', 'Use a text as key.');
        return false;
      }
      frame.key = keyText;
      frame.keyOffset = offset;
      frame.keyMerges = plainKey && keyText === MERGE_KEY;
      frame.size++;
      return true;
    }
    frame.size += node.size;
    if (node.height + 1 > frame.height) frame.height = node.height + 1;
    if (frame.kind === 'document') frame.value = node.value;
    else if (frame.kind === 'sequence') (frame.value as unknown[]).push(node.value);
    else {
      const key = frame.key as string;
      if (!addPair(frame, node.value)) {
        fault(
          'duplicate-key',
          `key '${clip(key)}' appears twice in this mapping`,
          'Remove or rename one of the two; readers disagree about which one counts.',
          'error',
          frame.keyOffset,
        );
      }
      if (frame.keys > limits.maxYamlKeys) {
        fault(
          'limit-nodes',
          `a mapping has more than ${limits.maxYamlKeys.toLocaleString('en')} keys`,
          'Split it over files joined by $ref, or provide the document as JSON.',
        );
        return false;
      }
    }
    return true;
  };

  const tagOf = (event: { tagStart: number; tagEnd: number }) =>
    event.tagStart < 0 ? '' : fullTag(text.slice(event.tagStart, event.tagEnd));

  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        anchors = new Map();
        frames.push(openFrame('document', 0));
        break;
      case EVENT_ID.SCALAR: {
        offset = scalarOffset(event) ?? offset;
        const source = getScalarValue(text, event);
        const frame = frames[frames.length - 1];
        const isKey = frame.kind === 'mapping' && frame.key === undefined;
        const node: Node = { value: source, size: 1, height: 0 };
        if (!isKey) {
          const { value, reason, fits } = scalarValue(source, event, tagOf(event));
          node.value = value;
          if (reason !== undefined) {
            fault(
              fits ? 'yaml-unknown-tag' : 'yaml-syntax',
              reason,
              'Remove the tag.',
              fits ? 'warning' : 'error',
            );
          }
        }
        if (event.anchorStart >= 0)
          anchors.set(text.slice(event.anchorStart, event.anchorEnd), {
            ...node,
            value: isKey ? source : node.value,
          });
        if (!add(node, source, event.style === SCALAR_STYLE.PLAIN)) return stop();
        break;
      }
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING: {
        offset = event.start;
        const tag = tagOf(event);
        if (tag !== '' && !isPlainCollectionTag(tag)) {
          fault(
            'yaml-unknown-tag',
            `tag '${clip(tag)}' is not part of the YAML core schema; its content was kept`,
            'Remove the tag.',
            'warning',
          );
        }
        const anchor = event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
        if (anchor !== undefined) anchors.set(anchor, 'open');
        frames.push(openFrame(event.type === EVENT_ID.MAPPING ? 'mapping' : 'sequence', offset, anchor));
        break;
      }
      case EVENT_ID.ALIAS: {
        offset = event.anchorStart - 1;
        const name = text.slice(event.anchorStart, event.anchorEnd);
        const node = anchors.get(name);
        if (node === undefined || node === 'open') {
          fault(
            node === undefined ? 'yaml-syntax' : 'yaml-recursive-alias',
            node === undefined
              ? `alias '*${clip(name)}' has no anchor '&${clip(name)}' before it`
              : `alias '*${clip(name)}' is inside the node it stands for`,
            node === undefined
              ? 'Define the anchor first, or put the text in quotes.'
              : 'Use $ref for recursive schemas.',
          );
          return stop();
        }
        expanded += node.size;
        if (expanded > budget || frames.length + node.height > limits.maxDepth + 1) {
          const wide = expanded > budget;
          fault(
            wide ? 'limit-aliases' : 'limit-depth',
            wide
              ? `aliases expand to more than ${budget.toLocaleString('en')} values`
              : `aliases nest more than ${limits.maxDepth} deep`,
            'Use $ref instead of YAML aliases.',
          );
          return stop();
        }
        if (
          !add(
            node,
            typeof node.value === 'object' && node.value !== null ? undefined : String(node.value),
            false,
          )
        )
          return stop();
        break;
      }
      default: {
        const frame = frames.pop() as Frame;
        if (frame.kind === 'document') values.push(frame.value);
        else {
          offset = frame.start;
          if (frame.anchor !== undefined)
            anchors.set(frame.anchor, { value: frame.value, size: frame.size, height: frame.height });
          if (!add(frame, undefined, false)) return stop();
        }
      }
    }
  }
  return { values, faults, fatal: false };
}

/** Where a scalar starts in the text, its opening quote included; `undefined` for one that is not written at all. */
export function scalarOffset(event: ScalarEvent): number | undefined {
  if (event.valueStart < 0) {
    if (event.tagStart >= 0) return event.tagStart;
    return event.anchorStart >= 0 ? event.anchorStart - 1 : undefined;
  }
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? event.valueStart - 1 : event.valueStart;
}
