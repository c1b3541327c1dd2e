import { ReactNode } from 'react';
import { Alert, Button, Skeleton, Text } from '@backstage/ui';
import { ApiGovernanceError } from '@treaty/plugin-api-governance-common';
import styles from './States.module.css';

/** What a person can do about an error, in one sentence. */
function nextStep(error: Error): string {
  if (!(error instanceof ApiGovernanceError)) return 'Check that the portal is reachable, then try again.';
  if (error.problem.next) return error.problem.next;
  if (error.status === 401) return 'Sign in again.';
  if (error.status === 403) return 'Ask the API governance team for the permission to read this.';
  return 'Try again; if it stays, tell the API governance team what you were looking at.';
}

/** What could not be loaded, why, and what to do. */
export function ErrorPanel(props: { what: string; error: Error; onRetry?: () => void }) {
  const { what, error, onRetry } = props;
  return (
    <div role="alert">
      <Alert
        status="danger"
        icon
        title={`${what} could not be loaded`}
        description={`${error.message}. ${nextStep(error)}`.replace('..', '.')}
        customActions={
          onRetry && (
            <Button size="small" variant="secondary" onPress={onRetry}>
              Try again
            </Button>
          )
        }
      />
    </div>
  );
}

/** A list without items, with the reason and the way on. */
export function EmptyPanel(props: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <Text as="h3" variant="title-x-small">
        {props.title}
      </Text>
      <Text as="p" color="secondary">
        {props.children}
      </Text>
      {props.action}
    </div>
  );
}

/** Stands where rows will be. */
export function LoadingRows({ what, rows = 5 }: { what: string; rows?: number }) {
  return (
    <div className={styles.lines} role="status" aria-label={`Loading ${what}`}>
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} height={20} width={`${92 - (i % 3) * 12}%`} />
      ))}
    </div>
  );
}
