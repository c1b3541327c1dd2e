import { screen, within } from '@testing-library/react';
import { ordersV1, TODAY } from '../__testUtils__/fixtures';
import { renderPage } from '../__testUtils__/renderPage';
import { ApiTable } from './ApiTable';

async function shownAt(width: number | undefined) {
  renderPage(<ApiTable items={[ordersV1]} now={TODAY} sort="title" onSort={() => {}} width={width} />, {});
  const row = (await screen.findByRole('link', { name: 'Orders (v1)' })).closest('tr')!;
  return { row, columns: screen.getAllByRole('columnheader').map(header => header.textContent?.trim()) };
}

it.each([
  [undefined, ['API', 'Version', 'Lifecycle', 'Owner', 'System', 'Sunset', 'Consumers']],
  [1100, ['API', 'Version', 'Lifecycle', 'Owner', 'System', 'Sunset', 'Consumers']],
  [720, ['API', 'Lifecycle', 'Owner', 'Sunset', 'Consumers']],
  [600, ['API', 'Sunset', 'Consumers']],
  [320, ['API', 'Sunset']],
])('has columns for the room there is (%s px), and loses no fact', async (width, wanted) => {
  const { row, columns } = await shownAt(width);
  expect(columns).toEqual(wanted);
  const text = row.textContent ?? '';
  for (const fact of ['orders-v1', '1.9.2', 'deprecated', 'in 97 days', '6']) expect(text).toContain(fact);
  expect(within(row).getByRole('link', { name: 'team-orders' })).toBeVisible();
  expect(within(row).getByRole('link', { name: 'order-management' })).toBeVisible();
});
