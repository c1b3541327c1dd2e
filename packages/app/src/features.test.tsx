import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { features } from './features';
import { signInModule } from './modules/signIn';

// Signing in is the test environment's business; everything else is the portal as it ships.
const portal = features.filter(feature => feature !== signInModule);

function open(address: string) {
  return renderTestApp({ features: portal, initialRouteEntries: [address] });
}

it('leads with the APIs, then governance, then the catalog', async () => {
  open('/settings');
  const nav = await screen.findByRole('navigation', { name: 'sidebar nav' });
  const links = within(nav)
    .getAllByRole('link')
    .map(link => link.getAttribute('aria-label'));
  expect(links.slice(0, 5)).toEqual([
    'Treaty, to the list of APIs',
    'APIs',
    'Governance',
    'Catalog',
    'Search',
  ]);
  expect(links.at(-1)).toBe('Settings');
});

it.each(['/', '/api-docs'])('opens the list of APIs at %s', async address => {
  open(address);
  expect(await screen.findByRole('heading', { name: 'APIs' })).toBeVisible();
});
