export interface Config {
  app: {
    signIn?: {
      /**
       * Who may vouch for a visitor, in the order shown. `guest` alone signs in at once and is meant for the trial only.
       * Each of the others needs its block under `auth.providers`.
       * @deepVisibility frontend
       */
      providers?: Array<'guest' | 'github' | 'gitlab' | 'google' | 'microsoft' | 'okta'>;
    };
  };
}
