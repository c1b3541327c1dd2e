import { OAuth2 } from '@backstage/core-app-api';
import {
  ApiBlueprint,
  BackstageIdentityApi,
  configApiRef,
  createApiRef,
  createFrontendModule,
  discoveryApiRef,
  OAuthApi,
  oauthRequestApiRef,
  OpenIdConnectApi,
  ProfileInfoApi,
  SessionApi,
} from '@backstage/frontend-plugin-api';

/** Sign-in with the company's own OpenID Connect provider. Backstage ships refs for well-known vendors only. */
export const oidcAuthApiRef = createApiRef<
  OAuthApi & OpenIdConnectApi & ProfileInfoApi & BackstageIdentityApi & SessionApi
>().with({ id: 'app.auth.oidc' });

/** What the sign-in page calls the provider where `app.signIn.oidcTitle` says nothing. */
export const OIDC_TITLE = 'Single sign-on';

/** Talks to `/api/auth/oidc`, which the backend serves for `auth.providers.oidc`. */
export const oidcModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ApiBlueprint.make({
      name: 'oidc-auth',
      params: define =>
        define({
          api: oidcAuthApiRef,
          deps: {
            configApi: configApiRef,
            discoveryApi: discoveryApiRef,
            oauthRequestApi: oauthRequestApiRef,
          },
          factory: ({ configApi, discoveryApi, oauthRequestApi }) =>
            OAuth2.create({
              configApi,
              discoveryApi,
              oauthRequestApi,
              environment: configApi.getOptionalString('auth.environment'),
              provider: {
                id: 'oidc',
                title: configApi.getOptionalString('app.signIn.oidcTitle') ?? OIDC_TITLE,
                icon: () => null,
              },
              defaultScopes: ['openid', 'profile', 'email'],
            }),
        }),
    }),
  ],
});
