import { ReactNode } from 'react';
import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import styles from './Details.module.css';

/** A card with a heading, and what belongs at its right. */
export function Panel(props: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center" gap="3">
          <Text as="h3" variant="title-x-small">
            {props.title}
          </Text>
          {props.aside}
        </Flex>
      </CardHeader>
      <CardBody>
        <div className={styles.stack}>{props.children}</div>
      </CardBody>
    </Card>
  );
}
