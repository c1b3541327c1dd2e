module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // openapi-fetch names its methods as HTTP does.
    'new-cap': ['error', { capIsNewExceptions: ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'] }],
  },
});
