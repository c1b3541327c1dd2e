import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, pending } from '../__testUtils__/fakeServer';
import { facets, ordersV1, tickets } from '../__testUtils__/fixtures';
import { renderPage } from '../__testUtils__/renderPage';
import { saveText } from '../lib/saveText';
import { ApisPage } from './ApisPage';

jest.mock('../lib/saveText', () => ({ saveText: jest.fn() }));

const server = { '/facets': facets };
const page = (items = [ordersV1, tickets], rest = {}) => ({
  items,
  page: { totalItems: items.length, ...rest },
});

describe('the list of APIs', () => {
  it('shows owner, version, lifecycle, system, sunset and the number of consumers', async () => {
    renderPage(<ApisPage />, { ...server, '/apis': page() });
    const row = (await screen.findByRole('link', { name: 'Orders (v1)' })).closest('tr')!;
    for (const text of ['1.9.2', 'deprecated', 'in 97 days', '1 March 2027', '6']) {
      expect(within(row).getByText(text)).toBeVisible();
    }
    expect(within(row).getByRole('link', { name: 'team-orders' })).toHaveAttribute(
      'href',
      '/catalog/default/group/team-orders',
    );
    expect(within(row).getByRole('link', { name: 'order-management' })).toBeVisible();
  });

  it('marks an API that could not be read', async () => {
    renderPage(<ApisPage />, { ...server, '/apis': page() });
    const row = (await screen.findByRole('link', { name: 'Support tickets' })).closest('tr')!;
    expect(within(row).getByRole('img', { name: '1 problem reading this API' })).toBeInTheDocument();
    expect(screen.getAllByRole('img', { name: /problem/ })).toHaveLength(1);
  });

  it('says that it is loading, that it failed, and that there is nothing', async () => {
    const loading = renderPage(<ApisPage />, { ...server, '/apis': pending });
    expect(await screen.findByRole('status', { name: 'Loading APIs' })).toBeInTheDocument();
    loading.unmount();
    const failed = renderPage(<ApisPage />, { ...server, '/apis': new Refusal(403, { title: 'Forbidden' }) });
    expect(await screen.findByText('The APIs could not be loaded')).toBeVisible();
    expect(screen.getByText(/Ask the API governance team for the permission/)).toBeVisible();
    failed.unmount();
    renderPage(<ApisPage />, { ...server, '/apis': page([]) });
    expect(await screen.findByText('No API yet')).toBeVisible();
  });

  it('turns the page by cursor and back to the very first one', async () => {
    const { asked } = renderPage(<ApisPage />, {
      ...server,
      '/apis': (query: URLSearchParams) =>
        query.get('cursor') === 'n'
          ? page([tickets], { totalItems: 26, previousCursor: 'p' })
          : page([ordersV1], { totalItems: 26, nextCursor: 'n' }),
    });
    expect(await screen.findByText('1–1 of 26 APIs')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    expect(await screen.findByText('2–2 of 26 APIs')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /previous/i }));
    expect(await screen.findByText('1–1 of 26 APIs')).toBeVisible();
    expect(asked.filter(url => url.searchParams.get('cursor') === 'p')).toEqual([]);
  });

  it('searches when the typing pauses, once', async () => {
    const { asked } = renderPage(<ApisPage />, { ...server, '/apis': page() });
    await userEvent.type(await screen.findByRole('searchbox', { name: 'Search' }), 'orders');
    await waitFor(() => expect(asked.some(url => url.searchParams.get('search') === 'orders')).toBe(true));
    expect(asked.filter(url => url.searchParams.has('search'))).toHaveLength(1);
  });

  it('exports every page of the list, not just the one on screen', async () => {
    const save = jest.mocked(saveText);
    renderPage(<ApisPage />, {
      ...server,
      '/apis': (query: URLSearchParams) => {
        if (query.get('limit') !== '200') return page([ordersV1], { totalItems: 2, nextCursor: 'n' });
        return query.get('cursor') === 'n' ? page([tickets]) : page([ordersV1], { nextCursor: 'n' });
      },
    });
    await screen.findByRole('link', { name: 'Orders (v1)' });
    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    await waitFor(() => expect(save).toHaveBeenCalled());
    const lines = save.mock.calls[0][2].trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe(
      'api:default/orders-v1,Orders (v1),openapi,1.9.2,deprecated,group:default/team-orders,system:default/order-management,2027-03-01,api:default/orders-v2,6,11,0,0',
    );
  });
});
