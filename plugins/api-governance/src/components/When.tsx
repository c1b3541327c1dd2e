import { Flex, Text } from '@backstage/ui';
import { daysUntil, formatDay, hasPassed, sayDays } from '../lib/dates';

/** A sunset as people say it: how long from now, and the day itself below. */
export function When({ sunset, now }: { sunset?: string; now: Date }) {
  if (sunset === undefined) return <Text color="secondary">No date set</Text>;
  const days = daysUntil(sunset, now);
  const passed = hasPassed(sunset, now);
  let tone: 'danger' | 'warning' | 'primary' = 'primary';
  if (passed) tone = 'danger';
  else if (days <= 30) tone = 'warning';
  return (
    <Flex direction="column" gap="0.5">
      <Text weight="bold" color={tone}>
        {sayDays(days)}
      </Text>
      <Text variant="body-small" color="secondary">
        <time dateTime={sunset}>{formatDay(sunset)}</time>
      </Text>
    </Flex>
  );
}
