/**
 * The same pages for apps on the classic frontend. Nothing in here knows the new one, and the other entry knows nothing
 * of this one; both meet in the pages, which know neither.
 *
 * @packageDocumentation
 */
import { PropsWithChildren } from 'react';
import {
  createApiFactory,
  createApiRef,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
  useApi,
  useRouteRef,
} from '@backstage/core-plugin-api';
import {
  API_GOVERNANCE_API_ID,
  ApiGovernanceApi,
  Clock,
  CLOCK_API_ID,
  createApiGovernanceApi,
  systemClock,
} from './api/ApiGovernanceApi';
import { GovernanceProvider } from './api/GovernanceContext';

/** The client of the backend and the cache of its answers. */
export const apiGovernanceApiRef = createApiRef<ApiGovernanceApi>({ id: API_GOVERNANCE_API_ID });

/** What time it is; replace it to see the pages on another day. */
export const clockApiRef = createApiRef<Clock>({ id: CLOCK_API_ID });

const deprecationsRouteRef = createRouteRef({ id: 'api-governance-deprecations' });
const apisRouteRef = createRouteRef({ id: 'api-governance-apis' });

/** The plugin for a classic app; its pages and cards are the exports below. */
export const apiGovernancePlugin = createPlugin({
  id: 'api-governance',
  routes: { deprecations: deprecationsRouteRef, apis: apisRouteRef },
  apis: [
    createApiFactory({
      api: apiGovernanceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => createApiGovernanceApi(deps),
    }),
    createApiFactory({ api: clockApiRef, deps: {}, factory: () => systemClock }),
  ],
});

function Host({ children }: PropsWithChildren<{}>) {
  return (
    <GovernanceProvider api={useApi(apiGovernanceApiRef)} clock={useApi(clockApiRef)}>
      {children}
    </GovernanceProvider>
  );
}

/** The deprecations by date; mount it at `/governance/deprecations`. */
export const DeprecationsPage = apiGovernancePlugin.provide(
  createRoutableExtension({
    name: 'DeprecationsPage',
    mountPoint: deprecationsRouteRef,
    component: async () => {
      const { DeprecationsRouter } = await import('./pages/DeprecationsRouter');
      return () => (
        <Host>
          <DeprecationsRouter />
        </Host>
      );
    },
  }),
);

/** The list of APIs; mount it at `/apis`. */
export const ApisPage = apiGovernancePlugin.provide(
  createRoutableExtension({
    name: 'ApisPage',
    mountPoint: apisRouteRef,
    component: async () => {
      const { ApisPage: Page } = await import('./pages/ApisPage');
      return () => (
        <Host>
          <Page />
        </Host>
      );
    },
  }),
);

/** The banner of a deprecated line; put it first on the overview of an API. */
export const EntityDeprecationBanner = apiGovernancePlugin.provide(
  createComponentExtension({
    name: 'EntityDeprecationBanner',
    component: {
      lazy: async () => {
        const { DeprecationBannerCard } = await import('./entity/cards');
        return () => (
          <Host>
            <DeprecationBannerCard />
          </Host>
        );
      },
    },
  }),
);

/** What could not be read of an API, for its overview. */
export const EntityProblemsCard = apiGovernancePlugin.provide(
  createComponentExtension({
    name: 'EntityProblemsCard',
    component: {
      lazy: async () => {
        const { ProblemsCard } = await import('./entity/cards');
        return () => (
          <Host>
            <ProblemsCard />
          </Host>
        );
      },
    },
  }),
);

/** The versions of an API that live side by side, for its overview. */
export const EntityFamilyCard = apiGovernancePlugin.provide(
  createComponentExtension({
    name: 'EntityFamilyCard',
    component: {
      lazy: async () => {
        const { FamilyCard } = await import('./entity/cards');
        return () => (
          <Host>
            <FamilyCard />
          </Host>
        );
      },
    },
  }),
);

/** All consumers of an API, for a tab of its page. */
export const EntityConsumersContent = apiGovernancePlugin.provide(
  createComponentExtension({
    name: 'EntityConsumersContent',
    component: {
      lazy: async () => {
        const { ConsumersContent } = await import('./entity/ConsumersContent');
        return () => (
          <Host>
            <ConsumersContent />
          </Host>
        );
      },
    },
  }),
);

/** Majors and releases of an API, for a tab of its page. */
export const EntityVersionsContent = apiGovernancePlugin.provide(
  createComponentExtension({
    name: 'EntityVersionsContent',
    component: {
      lazy: async () => {
        const { VersionsContent } = await import('./entity/VersionsContent');
        return () => (
          <Host>
            <VersionsContent />
          </Host>
        );
      },
    },
  }),
);

/** What of an API is going away, for a tab of its page. */
export const EntityDeprecationsContent = apiGovernancePlugin.provide(
  createComponentExtension({
    name: 'EntityDeprecationsContent',
    component: {
      lazy: async () => {
        const { DeprecationsContent } = await import('./entity/DeprecationsContent');
        return () => {
          const href = useRouteRef(deprecationsRouteRef);
          return (
            <Host>
              <DeprecationsContent deprecationsHref={href()} />
            </Host>
          );
        };
      },
    },
  }),
);
