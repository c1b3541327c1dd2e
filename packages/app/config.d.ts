export interface Config {
  app: {
    signIn?: {
      /**
       * Who may vouch for a visitor, in the order shown. `guest` alone signs in at once and is meant for the trial only.
       * Each of the others needs its block under `auth.providers`.
       * @deepVisibility frontend
       */
      providers?: Array<'guest' | 'oidc' | 'github' | 'gitlab' | 'google' | 'microsoft' | 'okta'>;
      /**
       * What the sign-in page calls the provider `oidc`, for example "Kestrel account".
       * @visibility frontend
       */
      oidcTitle?: string;
    };
  };
}
