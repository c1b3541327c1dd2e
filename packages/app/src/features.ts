import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import apiGovernancePlugin from '@treaty/plugin-api-governance';
import { apiDocs } from './modules/apiDocs';
import { catalog } from './modules/catalog';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { oidcModule } from './modules/oidc';
import { signInModule } from './modules/signIn';

/**
 * Everything the portal is made of. The order matters on entity pages: cards and tabs of an earlier feature come first,
 * so the governance plugin stands before the stock API documentation.
 */
export const features = [
  apiGovernancePlugin,
  catalog,
  apiDocs,
  catalogGraphPlugin,
  orgPlugin,
  searchPlugin,
  userSettingsPlugin,
  homeModule,
  navModule,
  oidcModule,
  signInModule,
];
