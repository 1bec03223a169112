package app.rotina.warehouse;

import app.rotina.sources.Delivery;
import app.rotina.sources.Delivery.Emission;
import app.rotina.sources.Fact;
import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.util.List;

/**
 * Joins what the sources said about an order, its lines, its customer and its products into one
 * wide row per order and per ledger line, for the orders that an import touched; notes the store
 * days that change.
 */
final class Resolution {
    static final String ORDER_DDL =
            """
            CREATE TABLE IF NOT EXISTS resolved_order (order_id VARCHAR, _import INTEGER, _record BIGINT, _hand BOOLEAN,
            _superseded BOOLEAN, sale BOOLEAN, document VARCHAR, status VARCHAR, knows_approval BOOLEAN, placed_at TIMESTAMP,
            placed_day DATE, approved_day DATE, recognised_day DATE, shipped_day DATE, cancelled_day DATE, left_queue_day DATE,
            pending BOOLEAN, recovered BOOLEAN, order_count BIGINT, revenue DECIMAL(18, 4), order_shipping DECIMAL(18, 4),
            order_total DECIMAL(18, 4), delay_cause VARCHAR, person VARCHAR, channel VARCHAR, marketing_channel VARCHAR,
            region VARCHAR, country VARCHAR, device VARCHAR, payment_method VARCHAR, customer_kind VARCHAR, agent VARCHAR)\
            """;

    static final String LINE_DDL =
            """
            CREATE TABLE IF NOT EXISTS resolved_line (_id UHUGEINT, _import INTEGER, _record BIGINT, _hand BOOLEAN, _superseded BOOLEAN,
            order_id VARCHAR, kind VARCHAR, document VARCHAR, counted BOOLEAN, knows_approval BOOLEAN, late BOOLEAN,
            placed_day DATE, recognised_day DATE, sku VARCHAR, product_name VARCHAR, hero VARCHAR, person VARCHAR,
            quantity DECIMAL(18, 4), amount DECIMAL(18, 4), revenue DECIMAL(18, 4), gross DECIMAL(18, 4), discount DECIMAL(18, 4), refund DECIMAL(18, 4),
            shipping DECIMAL(18, 4), fee DECIMAL(18, 4), cost DECIMAL(18, 4), units DECIMAL(18, 4),
            channel VARCHAR, marketing_channel VARCHAR, category VARCHAR, product VARCHAR, size VARCHAR, colour VARCHAR,
            region VARCHAR, country VARCHAR, device VARCHAR, payment_method VARCHAR, customer_kind VARCHAR, agent VARCHAR)\
            """;

    private static final String TOUCHED_ORDER = "order_id IN (SELECT order_id FROM _touched)";
    private static final String TOUCHED_LINE = "_id IN (SELECT _id FROM _touched_lines)";

    private final Sql sql;
    private boolean everything;

    Resolution(Sql sql) {
        this.sql = sql;
    }

    /** Before facts change: nothing is touched yet. */
    void begin() throws SQLException {
        sql.run("CREATE OR REPLACE TEMP TABLE _touched_order (order_id VARCHAR)");
        sql.run("CREATE OR REPLACE TEMP TABLE _touched_line (_id UHUGEINT)");
        sql.run("CREATE OR REPLACE TEMP TABLE _touched_day (day DATE)");
        sql.run(Coverage.SPOKEN_DDL);
    }

    /** After one file's facts changed: notes what has to be resolved anew. */
    void touch(Delivery delivery) throws SQLException {
        for (Emission emission : delivery.emissions()) {
            switch (emission.fact()) {
                case "order" -> touchOrders("_id IN (SELECT _id FROM _changed_order)");
                case "customer" ->
                        touchOrders(
                                "customer_id IN (SELECT c.customer_id FROM fact_customer c WHERE c._id IN (SELECT _id FROM _changed_customer))");
                case "line" -> {
                    touchLines("_id IN (SELECT _id FROM _changed_line)");
                    touchLinesOfBefore();
                }
                case "product" -> touchProducts();
                case "payment" ->
                        sql.run(
                                "INSERT INTO _touched_order SELECT order_id FROM fact_payment WHERE _id IN (SELECT _id FROM _changed_payment)");
                case "hero" -> touchStock();
                default -> touchDays(emission.fact());
            }
        }
    }

    private void touchOrders(String where) throws SQLException {
        sql.run("INSERT INTO _touched_order SELECT order_id FROM fact_order WHERE " + where);
    }

    private void touchLines(String where) throws SQLException {
        sql.run(
                "INSERT INTO _touched_order SELECT order_id FROM fact_line WHERE order_id IS NOT NULL AND "
                        + where);
        sql.run(
                "INSERT INTO _touched_line SELECT _id FROM fact_line WHERE order_id IS NULL AND "
                        + where);
    }

    /** A product's name, price and category stand beside all that tells of its sku. */
    private void touchProducts() throws SQLException {
        String skus =
                "sku IN (SELECT p.sku FROM fact_product p WHERE p._id IN (SELECT _id FROM _changed_product))";
        touchLines(skus);
        for (String fact : List.of("stock_day", "product_day")) {
            sql.run(
                    "INSERT INTO _touched_day SELECT DISTINCT day FROM %s WHERE %s"
                            .formatted(FactTable.of(fact).name(), skus));
        }
    }

    /** Where changed lines stood before: a line that is gone, or another order now. */
    private void touchLinesOfBefore() throws SQLException {
        String before = "FROM resolved_line WHERE _id IN (SELECT _id FROM _changed_line)";
        sql.run("INSERT INTO _touched_order SELECT order_id " + before);
        sql.run("INSERT INTO _touched_line SELECT _id " + before);
    }

    /** Stock is counted by who is a hero that day. */
    private void touchStock() throws SQLException {
        sql.run(
                """
                INSERT INTO _touched_day SELECT DISTINCT s.day FROM fact_stock_day s
                LEFT JOIN fact_product p ON p.sku = s.sku
                JOIN fact_hero h ON h.product = coalesce(s.product, p.product, s.sku) AND s.day >= h.since
                WHERE h._id IN (SELECT _id FROM _changed_hero)\
                """);
    }

    /** Days of other dated facts: those their changed rows lie on, and lay on before. */
    void touchDays(String fact) throws SQLException {
        FactTable table = FactTable.of(fact);
        if (table.fact().coverage() != Fact.Coverage.NONE) {
            sql.run(
                    "INSERT INTO _touched_day SELECT DISTINCT %s FROM %s WHERE _id IN (SELECT _id FROM _changed_%s)"
                            .formatted(table.dayColumn(), table.name(), fact));
        }
    }

    /** Resolves everything that was touched; afterwards {@code _touched_day} is complete. */
    void finish() throws SQLException {
        sql.run(
                "CREATE OR REPLACE TEMP TABLE _touched AS SELECT DISTINCT order_id FROM _touched_order WHERE order_id IS NOT NULL");
        rankCustomersOrders();
        sql.run(
                "INSERT INTO _touched_line SELECT _id FROM fact_line WHERE order_id IN (SELECT order_id FROM _touched)");
        sql.run(
                "INSERT INTO _touched_line SELECT _id FROM resolved_line WHERE order_id IN (SELECT order_id FROM _touched)");
        sql.run(
                "CREATE OR REPLACE TEMP TABLE _touched_lines AS SELECT DISTINCT _id FROM _touched_line");
        everything = touchesEverything();
        new Retold(sql).find();
        noteDays();
        sql.run("DELETE FROM resolved_line WHERE " + lines("_id"));
        sql.run("DELETE FROM resolved_order WHERE " + orders("order_id"));
        sql.run(
                ORDERS.replace("o." + TOUCHED_ORDER, orders("o.order_id"))
                        .replace(TOUCHED_ORDER, orders("order_id")));
        sql.run(LINES.replace("l." + TOUCHED_LINE, lines("l._id")));
        noteDays();
        supersedeHandEntries();
    }

    /** A first import touches all there is: then nothing has to be looked up. */
    private boolean touchesEverything() throws SQLException {
        return sql.number("SELECT count(*) FROM _touched_lines")
                        == sql.number("SELECT count(*) FROM fact_line")
                && sql.number("SELECT count(*) FROM _touched")
                        == sql.number("SELECT count(*) FROM fact_order");
    }

    private String orders(String column) {
        return everything ? "true" : column + " IN (SELECT order_id FROM _touched)";
    }

    private String lines(String column) {
        return everything ? "true" : column + " IN (SELECT _id FROM _touched_lines)";
    }

    /** An order is its customer's first by time; a change moves at most the old and new first. */
    private void rankCustomersOrders() throws SQLException {
        sql.run(
                """
                CREATE OR REPLACE TEMP TABLE _first AS
                WITH people AS (SELECT DISTINCT coalesce(c.person, o.customer_id) AS person FROM fact_order o
                    LEFT JOIN fact_customer c ON c.customer_id = o.customer_id
                    WHERE o.order_id IN (SELECT order_id FROM _touched) AND o.customer_id IS NOT NULL)
                SELECT coalesce(c.person, o.customer_id) AS person, min({'at': o.placed_at, 'id': o.order_id}) AS first
                FROM fact_order o LEFT JOIN fact_customer c ON c.customer_id = o.customer_id
                WHERE coalesce(c.person, o.customer_id) IN (SELECT person FROM people) AND coalesce(o.document, 'sale') = 'sale'
                AND coalesce(o.status, '') NOT IN ('test', 'draft') AND o.placed_at IS NOT NULL
                GROUP BY 1\
                """);
        sql.run(
                """
                INSERT INTO _touched SELECT order_id FROM (
                    SELECT p.order_id FROM person_first p JOIN _first f ON f.person = p.person AND f.first['id'] <> p.order_id
                    UNION SELECT f.first['id'] FROM _first f)
                WHERE order_id NOT IN (SELECT order_id FROM _touched)\
                """);
        sql.run("DELETE FROM person_first WHERE person IN (SELECT person FROM _first)");
        sql.run("INSERT INTO person_first SELECT person, first['id'] FROM _first");
    }

    private void noteDays() throws SQLException {
        noteDays("resolved_line", lines("_id"), "placed_day, recognised_day");
        noteDays(
                "resolved_order",
                orders("order_id"),
                "placed_day, recognised_day, approved_day, left_queue_day");
    }

    private void noteDays(String table, String rows, String days) throws SQLException {
        sql.run(
                "INSERT INTO _touched_day SELECT DISTINCT unnest([%1$s]) FROM (SELECT DISTINCT %1$s FROM %2$s WHERE %3$s)"
                        .formatted(days, table, rows));
    }

    /**
     * Hand-entered orders give way on days for which a source delivered orders of their channel.
     */
    private void supersedeHandEntries() throws SQLException {
        for (String table : List.of("resolved_order", "resolved_line")) {
            sql.run(
                    """
                    UPDATE %s AS r SET _superseded = EXISTS (SELECT 1 FROM resolved_order s
                        WHERE NOT s._hand AND s.channel = r.channel AND s.placed_day = r.placed_day)
                    WHERE r._hand\
                    """
                            .formatted(table));
        }
    }

    private static final String ORDERS =
            """
            -- one row per touched order
            INSERT INTO resolved_order
            SELECT o.order_id, o._import, o._record, coalesce(o._hand, false), false,
                coalesce(o.document, 'sale') = 'sale' AND coalesce(o.status, '') NOT IN ('test', 'draft'),
                coalesce(o.document, 'sale'), o.status, coalesce(o.knows_approval, o.approved_at IS NOT NULL), o.placed_at, o.placed_at_day,
                o.approved_at_day,
                CASE WHEN coalesce(o.knows_approval, o.approved_at IS NOT NULL) AND coalesce(o.document, 'sale') = 'sale'
                    THEN o.approved_at_day ELSE o.placed_at_day END,
                o.shipped_at_day, o.cancelled_at_day, least(o.shipped_at_day, o.cancelled_at_day),
                coalesce(o.knows_approval, false) AND o.approved_at IS NULL AND o.cancelled_at IS NULL AND o.status = 'open',
                coalesce(o.recovered, false), coalesce(o.order_count, 1),
                coalesce(l.revenue, 0) - CASE WHEN l.products > 0 THEN coalesce(o.order_discount, 0) ELSE 0 END, o.order_shipping, o.order_total, o.delay_cause,
                coalesce(c.person, o.customer_id), coalesce(o.channel, 'site'), o.marketing_channel,
                coalesce(o.region, c.region), coalesce(o.country, c.country), o.device, coalesce(o.payment_method, p.method),
                CASE WHEN o.customer_id IS NULL THEN NULL WHEN f.order_id = o.order_id THEN 'new' ELSE 'returning' END, o.agent
            FROM fact_order o
            LEFT JOIN fact_customer c ON c.customer_id = o.customer_id
            LEFT JOIN person_first f ON f.person = coalesce(c.person, o.customer_id)
            LEFT JOIN (SELECT order_id, arg_max(method, amount) AS method FROM fact_payment
                WHERE order_id IN (SELECT order_id FROM _touched) GROUP BY 1) p ON p.order_id = o.order_id
            LEFT JOIN (SELECT order_id, count(*) FILTER (kind = 'product') AS products,
                sum(CASE kind WHEN 'product' THEN amount WHEN 'discount' THEN -amount ELSE 0 END) AS revenue
                FROM fact_line WHERE order_id IN (SELECT order_id FROM _touched) AND _id NOT IN (SELECT _id FROM _retold) GROUP BY 1) l ON l.order_id = o.order_id
            WHERE o.order_id IN (SELECT order_id FROM _touched)\
            """;

    private static final String LINES =
            """
            -- one row per touched ledger line; an order's discount is spread over its product lines
            INSERT INTO resolved_line
            WITH part AS (
                SELECT l._id, l.order_id, o.order_discount, row_number() OVER w2 AS nth, count(*) OVER w AS n,
                    round(o.order_discount * l.amount / nullif(sum(l.amount) OVER w, 0), 4) AS share
                FROM fact_line l JOIN fact_order o ON o.order_id = l.order_id
                WHERE o.order_discount <> 0 AND l.kind = 'product' AND l._id IN (SELECT _id FROM _touched_lines) AND l._id NOT IN (SELECT _id FROM _retold)
                WINDOW w AS (PARTITION BY l.order_id), w2 AS (PARTITION BY l.order_id ORDER BY l.amount, l._id)),
            spread AS (
                SELECT _id, CAST(CASE WHEN nth < n THEN coalesce(share, 0)
                    ELSE order_discount - coalesce(sum(share) OVER (PARTITION BY order_id ORDER BY nth ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) END AS DECIMAL(18, 4)) AS share
                FROM part)
            SELECT l._id, l._import, l._record, coalesce(l._hand, false), false, l.order_id, l.kind, o.document,
                coalesce(o.status, '') NOT IN ('test', 'draft'), coalesce(o.knows_approval, false),
                coalesce(o.knows_approval, false) AND l.kind IN ('product', 'discount') AND o.recognised_day <> coalesce(o.placed_day, l.occurred_at_day),
                CASE WHEN l.kind IN ('product', 'discount', 'shipping', 'tax') THEN coalesce(o.placed_day, l.occurred_at_day)
                    ELSE coalesce(l.occurred_at_day, o.placed_day) END,
                CASE WHEN l.kind IN ('product', 'discount', 'shipping', 'tax') AND o.order_id IS NOT NULL THEN o.recognised_day
                    ELSE coalesce(l.occurred_at_day, o.placed_day) END,
                l.sku, coalesce(p.product_name, l.product_name), p.hero, o.person, l.quantity, l.amount,
                CASE l.kind WHEN 'product' THEN l.amount - coalesce(s.share, 0) WHEN 'discount' THEN -l.amount ELSE 0 END,
                CASE WHEN l.kind = 'product' THEN coalesce(l.gross, l.amount) END,
                CASE l.kind WHEN 'product' THEN coalesce(l.discount, 0) + coalesce(s.share, 0) WHEN 'discount' THEN l.amount END,
                CASE WHEN l.kind = 'refund' THEN l.amount END,
                CASE l.kind WHEN 'shipping' THEN l.amount WHEN 'shipping_refund' THEN NULL ELSE l.shipping END,
                CASE WHEN l.kind = 'fee' THEN l.amount END, CASE WHEN l.kind = 'product' THEN coalesce(l.cost, p.cost * l.quantity) END,
                CASE WHEN l.kind = 'product' THEN l.quantity END,
                coalesce(o.channel, 'site'), o.marketing_channel, coalesce(p.category, l.category), coalesce(p.product, l.sku, l.product_name),
                coalesce(l.size, p.size), coalesce(l.colour, p.colour), o.region, o.country, o.device, o.payment_method, o.customer_kind, o.agent
            FROM fact_line l
            LEFT JOIN resolved_order o ON o.order_id = l.order_id
            LEFT JOIN fact_product p ON p.sku = l.sku
            LEFT JOIN spread s ON s._id = l._id
            WHERE l._id IN (SELECT _id FROM _touched_lines) AND l._id NOT IN (SELECT _id FROM _retold)\
            """;
}
