import { Flex, Text } from '@backstage/ui';
import { daysUntil, formatDay, hasPassed, sayDays } from '../lib/dates';
import styles from './When.module.css';

/** A sunset as people say it: how long from now, and the day itself below. */
export function When({ sunset, now }: { sunset?: string; now: Date }) {
  if (sunset === undefined) return <Text color="secondary">No date set</Text>;
  const days = daysUntil(sunset, now);
  let tone = '';
  if (hasPassed(sunset, now)) tone = styles.passed;
  else if (days <= 30) tone = styles.soon;
  return (
    <Flex direction="column" gap="0.5">
      <Text className={`${styles.days} ${tone}`}>{sayDays(days)}</Text>
      <Text variant="body-small" color="secondary">
        <time dateTime={sunset}>{formatDay(sunset)}</time>
      </Text>
    </Flex>
  );
}
