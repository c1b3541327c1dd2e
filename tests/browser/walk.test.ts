import { open, seriousAccessibilityFindings, Session, url } from './browser';

let session: Session;

afterEach(async () => {
  await session.browser.close();
  expect(session.outside).toEqual([]);
  expect(session.crashes).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  beforeEach(async () => {
    session = await open(theme);
  });

  it('lists the APIs with owner, lifecycle and consumers', async () => {
    const { page } = session;
    await page.goto(`${url}/apis`);
    const list = page.getByLabel('List of APIs');
    await list.getByText('crm-customers-v3').or(list.getByText('Salesdesk')).first().waitFor();
    expect(await list.getByRole('row').count()).toBeGreaterThan(14);
    expect(await seriousAccessibilityFindings(page)).toEqual([]);
  });

  it('lists what is going away with the teams it concerns', async () => {
    const { page } = session;
    await page.goto(`${url}/governance/deprecations`);
    const list = page.getByLabel('Deprecations by date');
    await list.getByRole('row').nth(3).waitFor();
    expect(await list.textContent()).toMatch(/Orders/);
    expect(await seriousAccessibilityFindings(page)).toEqual([]);
  });

  it.each([
    ['AsyncAPI', 'fleet-events', 'bikeMoved'],
    ['GraphQL', 'storefront-graph', 'requestQuote'],
    ['OpenAPI', 'orders-v2', 'Place an order'],
  ])('renders a contract written in %s', async (_language, name, part) => {
    const { page } = session;
    await page.goto(`${url}/catalog/default/api/${name}/definition`);
    await page.getByText(part).first().waitFor();
    expect(await page.getByText(/Error in api-docs/).count()).toBe(0);
  });

  it('opens the page of a deprecated API with its banner and consumers', async () => {
    const { page } = session;
    await page.goto(`${url}/catalog/default/api/orders-v1`);
    await page.getByText(/1 March 2027/).first().waitFor();
    expect(await page.textContent('body')).toMatch(/Orders \(v1\)/);
  });
});
