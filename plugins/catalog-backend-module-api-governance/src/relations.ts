import { CompoundEntityRef, Entity, getCompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import {
  RELATION_READ_BY,
  RELATION_READS_FROM,
  RELATION_SUCCEEDED_BY,
  RELATION_SUCCESSOR_OF,
  RELATION_WRITES_TO,
  RELATION_WRITTEN_BY,
} from '@treaty/plugin-api-governance-common';

/** A relation to emit; both directions are always emitted together. */
export interface Relation {
  source: CompoundEntityRef;
  type: string;
  target: CompoundEntityRef;
}

interface Rule {
  kind: string;
  block: string;
  field: string;
  targetKind: string;
  forth: string;
  back: string;
}

const RULES: readonly Rule[] = [
  {
    kind: 'api',
    block: 'deprecation',
    field: 'successor',
    targetKind: 'api',
    forth: RELATION_SUCCEEDED_BY,
    back: RELATION_SUCCESSOR_OF,
  },
  {
    kind: 'component',
    block: 'integration',
    field: 'source',
    targetKind: 'system',
    forth: RELATION_READS_FROM,
    back: RELATION_READ_BY,
  },
  {
    kind: 'component',
    block: 'integration',
    field: 'target',
    targetKind: 'system',
    forth: RELATION_WRITES_TO,
    back: RELATION_WRITTEN_BY,
  },
];

/** Relations that follow from the blocks Treaty reads. The entity must have been validated. */
export function findRelations(entity: Entity): Relation[] {
  const self = getCompoundEntityRef(entity);
  return RULES.filter(rule => rule.kind === entity.kind.toLowerCase()).flatMap(rule => {
    const block = entity.spec?.[rule.block];
    if (typeof block !== 'object' || block === null || Array.isArray(block)) return [];
    const value = block[rule.field];
    if (typeof value !== 'string') return [];
    const target = parseEntityRef(value, { defaultKind: rule.targetKind, defaultNamespace: self.namespace });
    return [
      { source: self, type: rule.forth, target },
      { source: target, type: rule.back, target: self },
    ];
  });
}
