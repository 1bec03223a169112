package app.rotina.sync;

import app.rotina.sync.ApiForTests.Asked;
import app.rotina.sync.ApiForTests.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A company as Bling's API v3 shows it: newest first, without a word of when anything was changed
 * or how much there is, and of an order in the list no article.
 */
final class BlingForTests implements HookedShop.Shop {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final DateTimeFormatter TIMES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String API = "/Api/v3/";
    private static final int MOST = 100;

    final ConsentForTests consent = new ConsentForTests("/Api/v3/oauth/authorize", true);
    final Map<Long, Order> orders = new TreeMap<>(Comparator.reverseOrder());
    final Map<Long, Product> products = new TreeMap<>();

    /** Not of the calendar alone: who reads holds it against their own clock. */
    Instant now = Instant.now().minus(Duration.ofDays(60));

    long nextId = 500;

    /** An order as the company has it. */
    static final class Order {
        final long id;
        final LocalDate day;
        Instant updated;
        int state = 9;
        int meant = 1;
        BigDecimal price;
        BigDecimal quantity = BigDecimal.ONE;
        BigDecimal percentOff = BigDecimal.ZERO;
        BigDecimal off = BigDecimal.ZERO;
        String offUnit = "REAL";
        BigDecimal commission = BigDecimal.ZERO;
        BigDecimal freight = BigDecimal.ZERO;
        long shop = 77;
        String intermediary = "";

        Order(long id, Instant at, BigDecimal price) {
            this.id = id;
            this.day = at.atZone(ZONE).toLocalDate();
            this.updated = at;
            this.price = price;
        }

        BigDecimal goods() {
            BigDecimal whole = price.multiply(quantity);
            return whole.subtract(whole.multiply(percentOff).movePointLeft(2));
        }
    }

    /** A product, and how many there are and may be sold. */
    record Product(long id, String code, String name, String form, int there, int free) {}

    synchronized Order add(String price) {
        Order order = new Order(nextId++, now, new BigDecimal(price));
        orders.put(order.id, order);
        return order;
    }

    synchronized void touch(Order order) {
        order.updated = now;
    }

    @Override
    public synchronized void at(Instant time) {
        now = time;
    }

    @Override
    public long sell(String total) {
        return add(total).id;
    }

    @Override
    public synchronized void change(long id, String total) {
        Order order = Objects.requireNonNull(orders.get(id));
        order.price = new BigDecimal(total);
        touch(order);
    }

    @Override
    public synchronized void delete(long order) {
        orders.remove(order);
    }

    @Override
    public synchronized BigDecimal sold() {
        return orders.values().stream().map(Order::goods).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public synchronized Instant last() {
        return now;
    }

    @Override
    public Told message(long order) {
        return new Told(
                        """
                        {"eventId":"01945027-150e-72b4-e7cf-4943a042cd9c","date":"2026-01-10T12:18:46Z","version":"v1","event":"order.updated",\
                        "companyId":"d4475854366a36c86a37e792f9634a51","data":{"id":%d}}\
                        """
                                .formatted(order),
                        Map.of())
                .signed("X-Bling-Signature-256", Hooking.Written.SHA256_HEX, ApiForTests.SECRET);
    }

    void product(String code, String form, int there, int free) {
        long id = nextId++;
        products.put(id, new Product(id, code, "Produto " + code, form, there, free));
    }

    @Override
    public Optional<ConsentForTests> consent() {
        return Optional.of(consent);
    }

    @Override
    public Map<String, String> form() {
        return Map.of();
    }

    @Override
    public String tokenPath() {
        return "/Api/v3/oauth/token";
    }

    @Override
    public String header() {
        return "Authorization";
    }

    @Override
    public String before() {
        return "Bearer ";
    }

    @Override
    public synchronized Reply answer(Asked asked) {
        String path = asked.path().substring(API.length());
        if (path.equals("pedidos/vendas")) {
            return page(asked, changed(asked.parameters()), BlingForTests::listed);
        }
        if (path.startsWith("pedidos/vendas/")) {
            Order order = orders.get(Long.parseLong(path.substring("pedidos/vendas/".length())));
            return order == null ? none() : Reply.of("{\"data\":" + whole(order) + "}");
        }
        return switch (path) {
            case "produtos" -> page(asked, List.copyOf(products.values()), BlingForTests::json);
            case "estoques/saldos" -> balances(asked);
            default -> none();
        };
    }

    private static Reply none() {
        return new Reply(404, "{\"error\":{\"type\":\"RESOURCE_NOT_FOUND\"}}", Map.of());
    }

    private List<Order> changed(Map<String, String> said) {
        Instant from = time(said.getOrDefault("dataAlteracaoInicial", "2000-01-01 00:00:00"));
        Instant to = time(said.getOrDefault("dataAlteracaoFinal", "2100-01-01 00:00:00"));
        LocalDate first = LocalDate.parse(said.getOrDefault("dataInicial", "2000-01-01"));
        LocalDate last = LocalDate.parse(said.getOrDefault("dataFinal", "2100-01-01"));
        return orders.values().stream()
                .filter(each -> !each.updated.isBefore(from) && !each.updated.isAfter(to))
                .filter(each -> !each.day.isBefore(first) && !each.day.isAfter(last))
                .toList();
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text, TIMES).atZone(ZONE).toInstant();
    }

    private static <T> Reply page(Asked asked, List<T> all, Function<T, String> json) {
        int size = Integer.parseInt(asked.parameters().get("limite"));
        int page = Integer.parseInt(asked.parameters().get("pagina"));
        if (size > MOST || page < 1) {
            return new Reply(400, "{\"error\":{\"type\":\"VALIDATION_ERROR\"}}", Map.of());
        }
        return Reply.of(
                all.stream()
                        .skip((page - 1L) * size)
                        .limit(size)
                        .map(json)
                        .collect(Collectors.joining(",", "{\"data\":[", "]}")));
    }

    /** The same parameter is said once for each product. */
    private Reply balances(Asked asked) {
        List<String> wanted = asked.all("idsProdutos[]");
        if (wanted.isEmpty() || wanted.size() > MOST) {
            return new Reply(400, "{\"error\":{\"type\":\"VALIDATION_ERROR\"}}", Map.of());
        }
        return Reply.of(
                products.values().stream()
                        .filter(each -> wanted.contains(Long.toString(each.id)))
                        .map(each ->
                                "{\"produto\":{\"id\":%d,\"codigo\":\"%s\"},\"saldoFisicoTotal\":%d,\"saldoVirtualTotal\":%d}"
                                        .formatted(each.id, each.code, each.there, each.free))
                        .collect(Collectors.joining(",", "{\"data\":[", "]}")));
    }

    private static String json(Product one) {
        return "{\"id\":%d,\"nome\":\"%s\",\"codigo\":\"%s\",\"preco\":40.5,\"precoCusto\":12,\"tipo\":\"P\",\"situacao\":\"A\",\"formato\":\"%s\"}"
                .formatted(one.id, one.name, one.code, one.form);
    }

    private static String listed(Order order) {
        return "{" + common(order) + "}";
    }

    private static String common(Order order) {
        return """
        "id":%1$d,"numero":%1$d,"numeroLoja":"","data":"%2$s","dataSaida":"0000-00-00","totalProdutos":%3$s,"total":%3$s,\
        "contato":{"id":9%1$d,"nome":"Cliente Inventado %1$d","tipoPessoa":"F","numeroDocumento":""},\
        "situacao":{"id":%4$d,"valor":%5$d},"loja":{"id":%6$d}\
        """
                .formatted(
                        order.id, order.day, order.goods(), order.state, order.meant, order.shop);
    }

    private static String whole(Order order) {
        return """
        {%1$s,"desconto":{"valor":%2$s,"unidade":"%3$s"},\
        "itens":[{"id":8%4$d,"codigo":"CAM-1","quantidade":%5$s,"desconto":%6$s,"valor":%7$s,"descricao":"Camisa","produto":{"id":501}}],\
        "transporte":{"frete":0,"etiqueta":{"nome":"","municipio":"Recife","uf":"PE"}},\
        "intermediador":{"cnpj":"%8$s","nomeUsuario":""},"taxas":{"taxaComissao":%9$s,"custoFrete":%10$s,"valorBase":0}}\
        """
                .formatted(
                        common(order),
                        order.off,
                        order.offUnit,
                        order.id,
                        order.quantity,
                        order.percentOff,
                        order.price,
                        order.intermediary,
                        order.commission,
                        order.freight);
    }
}
