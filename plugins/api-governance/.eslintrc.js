module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // The methods of the typed HTTP client are named as HTTP names them: client.GET(...).
    'new-cap': ['error', { capIsNew: false }],
  },
});
