// An empty Vendure shop in memory at the port given: prices without taxes, one way to ship, one to pay. Prints "open" when it is; ends with whoever began it.
const { bootstrap, dummyPaymentHandler, DefaultLogger, LogLevel } = require('@vendure/core');
const { populate } = require('@vendure/core/cli');

const config = {
    apiOptions: { port: Number(process.argv[2]), hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
    authOptions: {
        tokenMethod: ['bearer', 'api-key'],
        superadminCredentials: { identifier: 'keeper', password: process.argv[3] },
    },
    dbConnectionOptions: { type: 'sqljs', synchronize: true, autoSave: false },
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    logger: new DefaultLogger({ level: LogLevel.Error }),
};

const shop = {
    defaultLanguage: 'en',
    defaultZone: 'Americas',
    taxRates: [{ name: 'None', percentage: 0 }],
    countries: [{ name: 'Brasil', code: 'BR', zone: 'Americas' }],
    shippingMethods: [{ name: 'Correio', price: 1500 }],
    paymentMethods: [
        { name: 'Pix', handler: { code: dummyPaymentHandler.code, arguments: [{ name: 'automaticSettle', value: 'true' }] } },
    ],
    collections: [],
};

process.stdin.on('end', () => process.exit(0)).resume();

populate(() => bootstrap(config), shop).then(
    () => console.log('open'),
    error => {
        console.error(error);
        process.exit(1);
    },
);
