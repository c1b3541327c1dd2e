import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, pending } from '../__testUtils__/fakeServer';
import { cancelOrder, cancelOrderDetail, email, facets, ordersV1, position } from '../__testUtils__/fixtures';
import { renderPage } from '../__testUtils__/renderPage';
import { DeprecationDetailPage } from './DeprecationDetailPage';
import { DeprecationsPage } from './DeprecationsPage';

const counts = { byState: { zombie: 1, deprecated: 2 }, byKind: {}, withoutSunset: 1 };
const list = (items = [position, cancelOrder, email]) => ({
  items,
  page: { totalItems: items.length },
  counts,
});
const server = { '/facets': facets, '/apis': { items: [ordersV1], page: { totalItems: 1 } } };

describe('the page of deprecations', () => {
  it('shows them by date under headings, each with its days left, its owner and the teams it would hit', async () => {
    renderPage(<DeprecationsPage />, { ...server, '/deprecations': list() });
    const row = (await screen.findByRole('link', { name: 'POST /orders/{id}/cancel' })).closest('tr')!;
    expect(within(row).getByText('in 97 days')).toBeVisible();
    expect(within(row).getByText('1 March 2027')).toBeVisible();
    expect(within(row).getByText('Breaks')).toBeVisible();
    expect(within(row).getByRole('link', { name: 'team-mobile' })).toBeVisible();
    expect(within(row).getByText(/iOS app, Android app \(may break\)/)).toBeVisible();
    expect(within(row).getByText('No evidence')).toBeVisible();
    const headings = screen.getAllByRole('rowheader').map(heading => heading.textContent);
    expect(headings.map(text => text?.split(/\d/)[0])).toEqual([
      'Past its date, still served',
      'Later',
      'No date set',
    ]);
    expect(screen.getByText('12 days ago')).toBeVisible();
    expect(screen.getByText('No consumer known')).toBeVisible();
  });

  it('says that it is loading', async () => {
    renderPage(<DeprecationsPage />, { ...server, '/deprecations': pending });
    expect(await screen.findByRole('status', { name: 'Loading deprecations' })).toBeInTheDocument();
  });

  it('says what went wrong and what to do, and tries again on request', async () => {
    let broken = true;
    const refusal = new Refusal(503, {
      title: 'Unavailable',
      detail: 'The database is away',
      next: 'Wait a minute.',
    });
    renderPage(<DeprecationsPage />, { ...server, '/deprecations': () => (broken ? refusal : list()) });
    expect(await screen.findByText('The deprecations could not be loaded')).toBeVisible();
    expect(screen.getByText('The database is away. Wait a minute.')).toBeVisible();
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('in 97 days')).toBeVisible();
  });

  it('tells an empty catalog from an empty search', async () => {
    const first = renderPage(<DeprecationsPage />, { ...server, '/deprecations': list([]) });
    expect(await screen.findByText('Nothing is going away')).toBeVisible();
    first.unmount();
    renderPage(<DeprecationsPage />, { ...server, '/deprecations': list([]) }, '/?search=zzz');
    expect(await screen.findByText('No deprecation matches')).toBeVisible();
  });

  it('opens as its address says', async () => {
    const address = '/?team=group:default/team-mobile&state=zombie&sort=-sunset&cursor=c1&start=50';
    const { asked } = renderPage(<DeprecationsPage />, { ...server, '/deprecations': list() }, address);
    await screen.findByText('in 97 days');
    const query = asked.find(
      url => url.pathname.endsWith('/deprecations') && url.searchParams.get('cursor') === 'c1',
    )!;
    expect(query.searchParams.getAll('team')).toEqual(['group:default/team-mobile']);
    expect(query.searchParams.getAll('state')).toEqual(['zombie']);
    expect(query.searchParams.get('sort')).toBe('-sunset');
  });

  it('narrows the list to a state, and forgets the page when the question changes', async () => {
    const { asked } = renderPage(
      <DeprecationsPage />,
      { ...server, '/deprecations': list() },
      '/?cursor=c1&start=50',
    );
    await screen.findByText('in 97 days');
    await userEvent.click(screen.getByRole('button', { name: /Zombie/ }));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /1 Zombie/ })).toHaveAttribute('aria-pressed', 'true'),
    );
    const last = asked.filter(url => url.searchParams.get('state') === 'zombie').at(-1)!;
    expect(last.searchParams.has('cursor')).toBe(false);
  });

  it('sorts by a column and shows no date headings then', async () => {
    const { asked } = renderPage(<DeprecationsPage />, { ...server, '/deprecations': list() });
    await screen.findByText('in 97 days');
    await userEvent.click(screen.getByRole('button', { name: 'API and owner' }));
    await waitFor(() => expect(asked.some(url => url.searchParams.get('sort') === 'api')).toBe(true));
    expect(screen.getByRole('columnheader', { name: 'API and owner' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    expect(screen.queryAllByRole('rowheader')).toEqual([]);
  });
});

describe('the page of one deprecation', () => {
  it('shows the evidence on each consumer and where it stands in the contract', async () => {
    renderPage(<DeprecationDetailPage id={cancelOrder.id} listHref="/" />, {
      [`/deprecations/${cancelOrder.id}`]: cancelOrderDetail,
    });
    expect(await screen.findByRole('heading', { name: 'POST /orders/{id}/cancel' })).toBeVisible();
    expect(screen.getByText('in 97 days (1 March 2027)')).toBeVisible();
    expect(
      screen.getByText(/Usage manifest · component:default\/ios-app spec.usage · seen 1 November 2026$/),
    ).toBeVisible();
    expect(screen.getByText('Nothing is known')).toBeVisible();
    expect(screen.getByText('openapi.yaml:412 · /paths/~1orders~1{id}~1cancel/post')).toBeVisible();
  });

  it('says when there is no such deprecation', async () => {
    renderPage(<DeprecationDetailPage id="0000000000000000" listHref="/" />, {});
    expect(await screen.findByText('The deprecation could not be loaded')).toBeVisible();
  });
});
