package app.rotina.sample;

import app.rotina.sample.Product.Department;
import app.rotina.sample.Product.Hero;
import app.rotina.sample.Product.Sizes;
import java.util.ArrayList;
import java.util.List;

/** What the invented shop sells, its best sellers first; popularity falls with rank like Zipf's. */
final class Catalog {
    private static final double ZIPF = .9;
    private static final double[] COLOUR_SHARES = {.5, .3, .2};

    /** Code, name, department, list price and cost in cents, colours. */
    private static final String TABLE =
            """
            VMA|Vestido Midi Aurora|DRESSES|25990|9350|Terracota Oliva Preto
            CWB|Calça Wide Leg Brisa|TROUSERS|21990|8360|Claro Escuro
            BCM|Blusa Ciganinha Maré|BLOUSES|11990|3960|Branco Azul Rosa
            CLD|Conjunto Linho Duna|SETS|32990|13860|Cru Argila
            SPL|Saia Plissada Luar|SKIRTS|17990|6480|Prata Preto Vinho
            CRA|Cropped Tricô Areia|BLOUSES|9990|3400|Areia Preto Verde
            VLJ|Vestido Longo Jardim|DRESSES|28990|11310|Floral Azul
            CLV|Camisa Linho Vereda|BLOUSES|18990|7030|Branco Cru
            SHS|Short Alfaiataria Sol|TROUSERS|13990|5040|Bege Preto
            BZP|Blazer Pedra|COATS|34990|14700|Cinza Preto
            BQC|Biquíni Coral|SWIMWEAR|14990|4800|Coral Preto
            RTR|Rasteira Trança|SHOES|12990|5070|Caramelo Preto
            MPV|Macacão Ventania|DRESSES|26990|10530|Preto Oliva
            MRO|Maiô Onda|SWIMWEAR|18990|6270|Preto Azul
            BBN|Bolsa Baguete Nó|ACCESSORIES|15990|6240|Preto Caramelo Verde
            JJH|Jaqueta Horizonte|COATS|23990|9600|Jeans
            LFO|Lenço Folhagem|ACCESSORIES|6990|1960|Verde Rosa Azul
            CFV|Cinto Fivela|ACCESSORIES|7990|2720|Preto Caramelo
            """;

    private final List<Product> products = new ArrayList<>();
    private final List<Sku> skus = new ArrayList<>();
    private final List<Weighted<Sku>> byMonth = new ArrayList<>();

    Catalog() {
        TABLE.lines().forEach(this::add);
        for (int month = 1; month <= 12; month++) {
            int one = month;
            byMonth.add(Weighted.of(skus, sku -> sku.popularity(one)));
        }
    }

    List<Product> products() {
        return products;
    }

    List<Sku> skus() {
        return skus;
    }

    /** The product that carries the shop. */
    Product primaryHero() {
        return products.getFirst();
    }

    Product product(String code) {
        return products.stream().filter(p -> p.code().equals(code)).findFirst().orElseThrow();
    }

    Weighted<Sku> inMonth(int month) {
        return byMonth.get(month - 1);
    }

    /** The part of all units that is expected to be this sku, or this product, in a month. */
    double share(Sku sku, int month) {
        return sku.popularity(month) / inMonth(month).total();
    }

    double share(Product product, int month) {
        return skusOf(product).stream().mapToDouble(sku -> share(sku, month)).sum();
    }

    List<Sku> skusOf(Product product) {
        return skus.stream().filter(sku -> sku.product().equals(product)).toList();
    }

    private void add(String line) {
        String[] cells = line.split("\\|", -1);
        Department department = Department.valueOf(cells[2]);
        int rank = products.size() + 1;
        Product product =
                new Product(
                        cells[0],
                        Word.of(cells[1]),
                        department,
                        hero(rank),
                        Long.parseLong(cells[3]),
                        Long.parseLong(cells[4]),
                        sizes(department),
                        List.of(cells[5].split(" ", -1)),
                        StrictMath.pow(rank, -ZIPF));
        products.add(product);
        for (int colour = 0; colour < product.colours().size(); colour++) {
            addColour(product, colour);
        }
    }

    private void addColour(Product product, int colour) {
        String name = product.colours().get(colour);
        for (String size : product.sizes().names) {
            double share = COLOUR_SHARES[colour] * product.sizes().share(size);
            String code = product.code() + "-" + (colour + 1) + "-" + size;
            skus.add(
                    new Sku(
                            skus.size(),
                            Word.of(code),
                            product,
                            Word.of(size),
                            Word.of(name),
                            product.popularity() * share));
        }
    }

    private static Hero hero(int rank) {
        return rank == 1 ? Hero.PRIMARY : rank <= 4 ? Hero.SECONDARY : Hero.NONE;
    }

    private static Sizes sizes(Department department) {
        return switch (department) {
            case TROUSERS -> Sizes.TROUSERS;
            case SHOES -> Sizes.SHOES;
            case ACCESSORIES -> Sizes.ONE;
            case DRESSES, BLOUSES, SETS, SKIRTS, COATS, SWIMWEAR -> Sizes.LETTERS;
        };
    }
}
