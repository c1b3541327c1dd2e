import { Link, Text } from '@backstage/ui';
import { useEntityPresentation, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { nameRef } from '../lib/entityRefs';

/** An entity by the name people know it under, with a link to its page. Traffic that nobody claims has no page. */
export function EntityLink(props: { entityRef: string; title?: string; subPath?: string }) {
  const { isEntity, name } = nameRef(props.entityRef);
  if (!isEntity) return <Text as="span">{props.title ?? name}</Text>;
  return <KnownEntityLink {...props} />;
}

function KnownEntityLink({ entityRef, title, subPath = '' }: { entityRef: string; title?: string; subPath?: string }) {
  const href = useEntityRefLink()(entityRef);
  const { primaryTitle } = useEntityPresentation(entityRef);
  return (
    <Link href={`${href}${subPath}`} title={entityRef} standalone>
      {title ?? primaryTitle}
    </Link>
  );
}

/** Owner of something, or the plain statement that nobody owns it. */
export function OwnerLink({ owner }: { owner?: string }) {
  if (!owner) return <Text color="secondary">No owner</Text>;
  return <EntityLink entityRef={owner} />;
}
