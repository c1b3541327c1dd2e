import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal } from '../__testUtils__/fakeServer';
import {
  email,
  getOrder,
  iosApp,
  ordersV1Detail,
  release,
  supportDesk,
  ticketsDetail,
} from '../__testUtils__/fixtures';
import { apiEntity, renderPage } from '../__testUtils__/renderPage';
import { ConsumersCard, DeprecationBannerCard, FamilyCard, ProblemsCard } from './cards';
import { ConsumersContent } from './ConsumersContent';
import { LARGE_DOCUMENT_BYTES } from '../lib/largeDocuments';
import { ContractContent } from './ContractContent';
import { DeprecationsContent } from './DeprecationsContent';
import { VersionsContent } from './VersionsContent';

const path = '/apis/default/orders-v1';

describe('cards of an API', () => {
  it('say how long a deprecated line works, where to go and how to get there', async () => {
    renderPage(<DeprecationBannerCard />, { [path]: ordersV1Detail });
    expect(await screen.findByText('Orders (v1) goes away in 97 days, on 1 March 2027')).toBeVisible();
    expect(screen.getByText('Deprecated since 1 June 2026. 6 consumers in the catalog.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Go to orders-v2' })).toHaveAttribute(
      'href',
      '/catalog/default/api/orders-v2',
    );
    expect(screen.getByRole('link', { name: 'Migration guide' })).toHaveAttribute(
      'href',
      'https://wiki.kestrel.example/orders/v2-migration',
    );
  });

  it('say that a line should be gone', async () => {
    const deprecation = { state: 'zombie' as const, sunset: '2026-11-12T00:00:00.000Z' };
    renderPage(<DeprecationBannerCard />, { [path]: { ...ordersV1Detail, deprecation } });
    expect(
      await screen.findByText(/should be gone since 12 November 2026 \(12 days ago\) and is still served/),
    ).toBeVisible();
  });

  it('show nothing where there is nothing to say', async () => {
    renderPage(
      <>
        <DeprecationBannerCard />
        <ProblemsCard />
        <FamilyCard />
      </>,
      { [path]: { ...ordersV1Detail, deprecation: undefined } },
    );
    expect(await screen.findByText('Versions side by side')).toBeVisible();
    expect(screen.queryByText(/goes away in 97 days, on/)).toBeNull();
    expect(screen.queryByText(/problem/)).toBeNull();
  });

  it('show what could not be read with file, line, reason and next step', async () => {
    renderPage(<ProblemsCard />, { '/apis/default/tickets-v1': ticketsDetail }, '/', apiEntity('tickets-v1'));
    expect(await screen.findByText("$ref '#/components/schemas/Tickt' points to nothing")).toBeVisible();
    expect(screen.getByText(/^openapi\.yaml:214:15/)).toBeVisible();
    expect(screen.getByText('What to do: Correct the name or add the schema.')).toBeVisible();
  });

  it('show all majors, this one marked', async () => {
    renderPage(<FamilyCard />, { [path]: ordersV1Detail });
    expect(await screen.findByRole('link', { name: 'Orders' })).toHaveAttribute(
      'href',
      '/catalog/default/api/orders-v2',
    );
    expect(screen.getByText('Major 1 · version 1.9.2 · this page')).toBeVisible();
    expect(screen.getByText('Goes away in 97 days (1 March 2027)')).toBeVisible();
  });

  it('say that a new API has not been read yet instead of showing an error', async () => {
    renderPage(<FamilyCard />, { [path]: new Refusal(404, { title: 'Not found' }) });
    expect(await screen.findByText('Not read yet')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('lead from the first consumers to all of them', async () => {
    renderPage(<ConsumersCard />, { [`${path}/consumers`]: { items: [iosApp], page: { totalItems: 6 } } });
    expect(await screen.findByRole('link', { name: 'All 6 consumers' })).toHaveAttribute(
      'href',
      '/catalog/default/api/orders-v1/consumers',
    );
  });
});

describe('tabs of an API', () => {
  it('show consumers by team with operations and evidence, and absence of evidence as that', async () => {
    renderPage(<ConsumersContent />, {
      [`${path}/consumers`]: { items: [supportDesk, iosApp], page: { totalItems: 2 } },
    });
    expect(await screen.findByText('reads 200 /id, 200 /status; sends query expand')).toBeVisible();
    expect(screen.getByText('Says that it uses nothing else.')).toBeVisible();
    expect(screen.getByText(/^No evidence: the catalog says that it consumes the API/)).toBeVisible();
    const rows = screen.getAllByRole('rowheader').map(header => header.textContent);
    expect(rows).toEqual(['team-mobile', 'team-support']);
  });

  it('say that no consumer is known without calling it unused', async () => {
    renderPage(<ConsumersContent />, { [`${path}/consumers`]: { items: [], page: { totalItems: 0 } } });
    expect(await screen.findByText('No consumer known')).toBeVisible();
    expect(screen.getByText(/Callers nobody has declared do not show/)).toBeVisible();
  });

  it('show the releases', async () => {
    renderPage(<VersionsContent />, {
      [path]: ordersV1Detail,
      [`${path}/releases`]: { items: [release], page: { totalItems: 1 } },
    });
    expect(await screen.findByText('openapi 3.0.3')).toBeVisible();
    for (const text of ['24 November 2026', '22 KB', '9f86d081884c', 'newest'])
      expect(screen.getByText(text)).toBeVisible();
  });

  it('show the deprecations of this API only', async () => {
    const { asked } = renderPage(<DeprecationsContent deprecationsHref="/governance/deprecations" />, {
      '/deprecations': {
        items: [email],
        page: { totalItems: 1 },
        counts: { byState: {}, byKind: {}, withoutSunset: 1 },
      },
    });
    expect(await screen.findByRole('link', { name: '/customer/email' })).toHaveAttribute(
      'href',
      `/governance/deprecations/${email.id}`,
    );
    expect(asked[0].searchParams.getAll('api')).toEqual(['api:default/orders-v1']);
  });
});

describe('the contract', () => {
  const viewer = (
    <ContractContent renderExcerpt={document => <pre>{document}</pre>}>the full viewer</ContractContent>
  );
  const latestRelease = { ...release, bytes: 13_200_000 };
  const operations = `${path}/releases/${release.digest}/operations`;
  const large = {
    [path]: { ...ordersV1Detail, latestRelease },
    [operations]: { items: [getOrder], page: { totalItems: 1 } },
    [`${path}/releases/${release.digest}/excerpt`]: { openapi: '3.1.0', paths: { '/orders/{id}': {} } },
  };
  /** As the catalog gives it to the page of a large document. */
  const withoutDocument = apiEntity('orders-v1', '');

  it('goes straight to the viewer when the document is ordinary', async () => {
    renderPage(viewer, {});
    expect(await screen.findByText('the full viewer')).toBeVisible();
  });

  it.each([
    ['left out of the entity', withoutDocument],
    ['in the entity', apiEntity('orders-v1', 'x'.repeat(LARGE_DOCUMENT_BYTES + 1))],
  ])('shows an index of a large document that is %s, never the viewer', async (_where, entity) => {
    renderPage(viewer, large, '/', entity);
    expect(await screen.findByText('This document has 13.2 MB')).toBeVisible();
    expect(await screen.findByText('Read one order')).toBeVisible();
    expect(screen.getByText('goes away in 97 days (1 March 2027)')).toBeVisible();
    expect(screen.queryByText('the full viewer')).toBeNull();
  });

  it('renders the operation that is chosen, which has an address, and leads back to the list as it was', async () => {
    const { asked } = renderPage(viewer, large, '/?search=order', withoutDocument);
    await userEvent.click(await screen.findByRole('link', { name: 'GET /orders/{id}' }));
    expect(await screen.findByText('{"openapi":"3.1.0","paths":{"/orders/{id}":{}}}')).toBeVisible();
    const excerpt = asked.find(url => url.pathname.endsWith('/excerpt'));
    expect(excerpt?.searchParams.getAll('operation')).toEqual(['GET /orders/{id}']);
    await userEvent.click(screen.getByRole('link', { name: 'All operations' }));
    expect(await screen.findByRole('searchbox', { name: 'Search' })).toHaveValue('order');
  });

  it('says so when the operation of an old link is gone', async () => {
    const gone = new Refusal(404, { title: 'Not found', detail: 'This release has no GET /gone' });
    renderPage(
      viewer,
      { ...large, [`${path}/releases/${release.digest}/excerpt`]: gone },
      '/?operation=GET%20/gone',
      withoutDocument,
    );
    expect(await screen.findByText(/This release has no GET \/gone/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'All operations' })).toBeVisible();
  });

  it('says that a large document has not been read yet', async () => {
    renderPage(
      viewer,
      { [path]: new Refusal(404, { title: 'Not found' }) },
      '/',
      apiEntity('orders-v1', 'x'.repeat(LARGE_DOCUMENT_BYTES + 1)),
    );
    expect(await screen.findByText(/It has not been read yet/)).toBeVisible();
  });
});
