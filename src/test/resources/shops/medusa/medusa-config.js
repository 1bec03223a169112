const { defineConfig } = require('@medusajs/framework/utils');

const secret = 'a secret of tests';

module.exports = {
    ...defineConfig({
        projectConfig: {
            databaseUrl: process.env.DATABASE_URL,
            databaseDriverOptions: { ssl: false, connection: { ssl: false } },
            http: { storeCors: '', adminCors: '', authCors: '', jwtSecret: secret, cookieSecret: secret },
        },
        admin: { disable: true },
    }),
    plugins: [],
};
