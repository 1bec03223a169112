// A Medusa shop without pages at the port given, its tables in the empty PostgreSQL given. Prints "open" and its keeper's key when it is; ends with whoever began it.
const { execFileSync } = require('node:child_process');
const { writeSync } = require('node:fs');

process.env.DATABASE_URL = process.argv[3];
process.env.LOG_LEVEL = 'error';
process.env.MEDUSA_DISABLE_TELEMETRY = 'true';
process.stdout.write = process.stderr.write.bind(process.stderr);
process.stdin.on('end', () => process.exit(0)).resume();

async function open() {
    const migrate = ['db:migrate', '--skip-scripts', '--skip-search', '--execute-all-links'];
    execFileSync(process.execPath, [require.resolve('@medusajs/cli/cli.js'), ...migrate], { stdio: ['ignore', 2, 2] });
    await require('@medusajs/medusa/commands/start').default({
        directory: __dirname,
        host: '127.0.0.1',
        port: Number(process.argv[2]),
    });
    const keys = require('@medusajs/framework').container.resolve('api_key');
    return keys.createApiKeys({ title: 'Keeper', type: 'secret', created_by: 'keeper' });
}

open().then(
    key => writeSync(1, `open ${key.token}\n`),
    error => {
        console.error(error);
        process.exit(1);
    },
);
