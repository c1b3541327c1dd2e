import { createContext, PropsWithChildren, useContext, useMemo } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { ApiGovernanceClient } from '@treaty/plugin-api-governance-common';
import { ApiGovernanceApi, Clock } from './ApiGovernanceApi';

interface Governance {
  client: ApiGovernanceClient;
  clock: Clock;
}

const GovernanceContext = createContext<Governance | undefined>(undefined);

/**
 * Where the pages meet their host. The new and the classic frontend each look up the two APIs in their own way and hand
 * them over here, so that no page knows which frontend it runs in.
 */
export function GovernanceProvider(props: PropsWithChildren<{ api: ApiGovernanceApi; clock: Clock }>) {
  const { api, clock, children } = props;
  const value = useMemo(() => ({ client: api.client, clock }), [api, clock]);
  return (
    <GovernanceContext.Provider value={value}>
      <QueryClientProvider client={api.queryClient}>{children}</QueryClientProvider>
    </GovernanceContext.Provider>
  );
}

function useGovernance(): Governance {
  const value = useContext(GovernanceContext);
  if (!value)
    throw new Error('a page of the api-governance plugin was rendered outside its GovernanceProvider');
  return value;
}

/** The typed client of the backend. */
export function useClient(): ApiGovernanceClient {
  return useGovernance().client;
}

/** The moment the page was first shown; one moment per mount, so that rows never disagree about what day it is. */
export function useNow(): Date {
  const { clock } = useGovernance();
  return useMemo(() => clock.now(), [clock]);
}
