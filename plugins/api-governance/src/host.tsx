import { PropsWithChildren } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { GovernanceProvider } from './api/GovernanceContext';
import { apiGovernanceApiRef, clockApiRef } from './apis';

/** Hands the pages what they need from an app of the new frontend system. */
export function Host({ children }: PropsWithChildren<{}>) {
  return (
    <GovernanceProvider api={useApi(apiGovernanceApiRef)} clock={useApi(clockApiRef)}>
      {children}
    </GovernanceProvider>
  );
}
