import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';

/** Reference of the API whose page this is. */
export function useApiEntityRef(): string {
  return stringifyEntityRef(useEntity().entity);
}
