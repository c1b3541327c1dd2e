import { ProxiedSignInPage, SignInPage } from '@backstage/core-components';
import {
  configApiRef,
  createFrontendModule,
  githubAuthApiRef,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint, SignInPageProps } from '@backstage/plugin-app-react';
import { OIDC_TITLE, oidcAuthApiRef } from './oidc';

const PROVIDERS = {
  oidc: {
    id: 'oidc',
    title: OIDC_TITLE,
    message: 'Sign in with the account of your company',
    apiRef: oidcAuthApiRef,
  },
  github: { id: 'github', title: 'GitHub', message: 'Sign in with GitHub', apiRef: githubAuthApiRef },
  gitlab: { id: 'gitlab', title: 'GitLab', message: 'Sign in with GitLab', apiRef: gitlabAuthApiRef },
  google: { id: 'google', title: 'Google', message: 'Sign in with Google', apiRef: googleAuthApiRef },
  microsoft: {
    id: 'microsoft',
    title: 'Microsoft',
    message: 'Sign in with Microsoft',
    apiRef: microsoftAuthApiRef,
  },
  okta: { id: 'okta', title: 'Okta', message: 'Sign in with Okta', apiRef: oktaAuthApiRef },
};

type ProviderName = keyof typeof PROVIDERS;

/** True for the names that {@link TreatySignInPage} knows beside `guest`. */
function isProvider(name: string): name is ProviderName {
  return Object.prototype.hasOwnProperty.call(PROVIDERS, name);
}

/**
 * Offers what `app.signIn.providers` lists. A guest who is the only choice comes in at once: that is the trial. Any
 * other list shows a page to choose from, and whether a guest is let in is decided by the backend, never here.
 */
export function TreatySignInPage(props: SignInPageProps) {
  const config = useApi(configApiRef);
  const names = config.getOptionalStringArray('app.signIn.providers') ?? ['guest'];
  const unknown = names.filter(name => name !== 'guest' && !isProvider(name));
  if (unknown.length > 0) {
    throw new Error(
      `app.signIn.providers lists '${unknown.join("', '")}'; known are guest, ${Object.keys(PROVIDERS).join(', ')}`,
    );
  }
  if (names.every(name => name === 'guest')) return <ProxiedSignInPage {...props} provider="guest" />;
  const oidcTitle = config.getOptionalString('app.signIn.oidcTitle');
  const providers = names.map(name => {
    if (!isProvider(name)) return 'guest' as const;
    return name === 'oidc' && oidcTitle ? { ...PROVIDERS.oidc, title: oidcTitle } : PROVIDERS[name];
  });
  return <SignInPage {...props} providers={providers} title="Sign in to Treaty" align="center" />;
}

/** The sign-in page of the portal. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [SignInPageBlueprint.make({ params: { loader: async () => TreatySignInPage } })],
});
