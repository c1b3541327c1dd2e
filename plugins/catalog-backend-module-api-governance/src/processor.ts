import type { Entity } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import { CatalogProcessor, CatalogProcessorEmit, processingResult } from '@backstage/plugin-catalog-node';
import { annotateEmbedded } from './embedded';
import { findRelations } from './relations';
import { findMistakes } from './validate';

/** Runs before the processor that resolves placeholders (20), which takes the file's name away. */
const BEFORE_PLACEHOLDERS = 10;

/**
 * Reads the blocks that Treaty adds to stock kinds: refuses what it cannot understand, so that a typing error shows on
 * the entity's page and not as silence, and emits the relations that follow from them.
 */
export class ApiGovernanceProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'ApiGovernanceProcessor';
  }

  getPriority(): number {
    return BEFORE_PLACEHOLDERS;
  }

  async preProcessEntity(entity: Entity, location: LocationSpec): Promise<Entity> {
    return annotateEmbedded(entity, location);
  }

  /** Never claims a kind (the stock processors do that); only objects. */
  async validateEntityKind(entity: Entity): Promise<boolean> {
    const mistakes = findMistakes(entity);
    if (mistakes.length > 0) throw new Error(mistakes.join('; '));
    return false;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    for (const relation of findRelations(entity)) emit(processingResult.relation(relation));
    return entity;
  }
}
