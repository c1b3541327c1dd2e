import { readFileSync } from 'fs';
import http from 'http';
import { AddressInfo } from 'net';
import path from 'path';
import { mockServices, startTestBackend, TestDatabases } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import guestModule from '@backstage/plugin-auth-backend-module-guest-provider';
import oidcModule from '@backstage/plugin-auth-backend-module-oidc-provider';
import { load } from 'js-yaml';
import request from 'supertest';

/** What a provider says of itself at its `metadataUrl`. */
function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

/** The block `auth` of app-config.production.yaml, its variables filled in. */
function productionAuth(environment: Record<string, string>) {
  const file = path.join(__dirname, '../../../app-config.production.yaml');
  const text = readFileSync(file, 'utf8').replace(
    /\$\{(\w+)(?::-[^}]*)?\}/g,
    (whole, name: string) => environment[name] ?? whole,
  );
  return (load(text) as { auth: object }).auth;
}

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

let provider: http.Server;
let issuer: string;

beforeAll(async () => {
  provider = http.createServer((asked, response) => {
    const known = asked.url === '/.well-known/openid-configuration';
    response
      .writeHead(known ? 200 : 404, { 'content-type': 'application/json', connection: 'close' })
      .end(JSON.stringify(known ? discovery(issuer) : {}));
  });
  await new Promise<void>(resolve => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
});

afterAll(() => new Promise(resolve => provider.close(resolve)));

jest.setTimeout(60_000);

it('sends whoever signs in under the production configuration to the provider, and lets no guest in', async () => {
  const auth = productionAuth({
    AUTH_OIDC_METADATA_URL: `${issuer}/.well-known/openid-configuration`,
    AUTH_OIDC_CLIENT_ID: 'treaty',
    AUTH_OIDC_CLIENT_SECRET: 'secret',
    AUTH_SESSION_SECRET: 'a long random text',
  });
  expect(JSON.stringify(auth)).not.toContain('${');
  const backend = await startTestBackend({
    features: [
      authPlugin,
      mockServices.database.factory({ knex: await databases.init('POSTGRES_18') }),
      guestModule,
      oidcModule,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
          auth,
        },
      }),
    ],
  });
  const { server } = backend;
  const start = await request(server).get(
    '/api/auth/oidc/start?env=production&scope=openid%20profile%20email',
  );
  expect(start.status).toBe(302);
  const target = new URL(start.headers.location);
  expect(target.origin + target.pathname).toBe(`${issuer}/authorize`);
  expect(Object.fromEntries(target.searchParams)).toMatchObject({
    client_id: 'treaty',
    response_type: 'code',
    scope: 'openid profile email',
    redirect_uri: expect.stringMatching(/^http:\/\/localhost:\d+\/api\/auth\/oidc\/handler\/frame$/),
  });
  const guest = await request(server)
    .post('/api/auth/guest/refresh')
    .set('x-requested-with', 'XMLHttpRequest');
  expect(guest.status).toBe(404);
  await backend.stop();
});
