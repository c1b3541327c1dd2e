import { mockApis, renderInTestApp, TestApiProvider } from '@backstage/frontend-test-utils';
import { configApiRef } from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import { oidcAuthApiRef } from './oidc';
import { TreatySignInPage } from './signIn';

function show(providers?: string[], oidcTitle?: string) {
  const config = mockApis.config({
    data: {
      app: {
        title: 'Treaty',
        signIn: { ...(providers && { providers }), ...(oidcTitle && { oidcTitle }) },
      },
    },
  });
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [configApiRef, config],
        [oidcAuthApiRef, { getBackstageIdentity: async () => undefined }],
      ]}
    >
      <TreatySignInPage onSignInSuccess={() => {}} />
    </TestApiProvider>,
  );
}

it('offers what the configuration lists', async () => {
  show(['github', 'guest']);
  expect(await screen.findByText('Sign in to Treaty')).toBeVisible();
  expect(screen.getByText('GitHub')).toBeVisible();
  expect(screen.getByText('Guest')).toBeVisible();
});

it.each([
  [undefined, 'Single sign-on'],
  ['Kestrel account', 'Kestrel account'],
])('offers OpenID Connect under the name people know (%s)', async (configured, shown) => {
  show(['oidc', 'github'], configured);
  expect(await screen.findByText(shown)).toBeVisible();
  expect(screen.getByText('Sign in with the account of your company')).toBeVisible();
  expect(screen.queryByText('Guest')).toBeNull();
});

it('lets a guest who is the only choice in without a page to choose from', async () => {
  show();
  expect(screen.queryByText('Sign in to Treaty')).toBeNull();
});

it('names a provider it does not know', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {});
  show(['keycloak']);
  expect(
    (await screen.findAllByText(/app.signIn.providers lists 'keycloak'; known are guest, oidc, github/))
      .length,
  ).toBeGreaterThan(0);
});
