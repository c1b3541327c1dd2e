import { Link, Text } from '@backstage/ui';
import { useEntityPresentation, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { nameRef } from '../lib/entityRefs';

interface EntityLinkProps {
  entityRef: string;
  title?: string;
  /** For a link in the second line of a cell. */
  small?: boolean;
  /** For the link that names the row. */
  strong?: boolean;
}

/** An entity by the name people know it under, with a link to its page. Traffic that nobody claims has no page. */
export function EntityLink(props: EntityLinkProps) {
  const { isEntity, name } = nameRef(props.entityRef);
  if (!isEntity) return <Text as="span">{props.title ?? name}</Text>;
  return <KnownEntityLink {...props} />;
}

function KnownEntityLink({ entityRef, title, small, strong }: EntityLinkProps) {
  const href = useEntityRefLink()(entityRef);
  const { primaryTitle } = useEntityPresentation(entityRef);
  return (
    <Link
      href={href}
      title={entityRef}
      standalone
      variant={small ? 'body-small' : 'body-medium'}
      color={small ? 'secondary' : 'primary'}
      weight={strong ? 'bold' : 'regular'}
    >
      {title ?? primaryTitle}
    </Link>
  );
}

/** Owner of something, or the plain statement that nobody owns it. */
export function OwnerLink({ owner, small }: { owner?: string; small?: boolean }) {
  if (!owner) {
    return (
      <Text as="span" color="secondary" variant={small ? 'body-small' : 'body-medium'}>
        No owner
      </Text>
    );
  }
  return <EntityLink entityRef={owner} small={small} />;
}
