import app.rotina.insight.demand.ProductWeeks;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.DayOfWeek;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * What a shop sold in each whole week, Monday to Sunday, by product. Reads order lines as the UCI
 * Online Retail file has them, or a table of days: date, then what names the product (sku; or store
 * and item), units (or sales, quantity) and, where known, stock.
 *
 * <p>Of order lines, demand is what was sold at a price: returns take nothing from it, since it was
 * asked for; but a line cancelled in the same week (same product, customer and quantity) was never
 * sold. Write-offs, free goods, postage, fees, vouchers and manual lines are none.
 */
final class ShelfWeeks {
    private static final Set<String> NO_PRODUCTS =
            Set.of("POST", "DOT", "C2", "AMAZONFEE", "BANK CHARGES", "CRUK", "B", "M", "S", "D");
    private static final String VOUCHER = "GIFT_";

    private final LocalDate first;
    private final int weeks;
    private final List<double[]> units = new ArrayList<>();
    private final List<double[]> revenue = new ArrayList<>();
    private final List<double[]> inStock = new ArrayList<>();
    private final boolean[] open;

    private record Line(LocalDate day, double units, double price, double stock) {}

    private ShelfWeeks(Map<String, List<Line>> lines) {
        LocalDate from = LocalDate.MAX;
        LocalDate to = LocalDate.MIN;
        for (Line line : lines.values().stream().flatMap(List::stream).toList()) {
            from = line.day().isBefore(from) ? line.day() : from;
            to = line.day().isAfter(to) ? line.day() : to;
        }
        first = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        weeks = (int) (ChronoUnit.DAYS.between(first, to.plusDays(1)) / 7);
        open = new boolean[weeks];
        lines.values().forEach(this::add);
    }

    static ShelfWeeks of(Path file) throws IOException {
        Map<String, List<Line>> lines = new TreeMap<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                Reader reader = new InputStreamReader(text, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            Map<String, Deque<Line>> sold = new HashMap<>();
            for (NamedCsvRecord row : rows) {
                if (row.findField("InvoiceNo").isPresent()) {
                    addOrderLine(row, lines, sold);
                } else {
                    addDay(row, lines);
                }
            }
        }
        return new ShelfWeeks(lines);
    }

    private static void addOrderLine(
            NamedCsvRecord row, Map<String, List<Line>> lines, Map<String, Deque<Line>> sold) {
        String sku = row.getField("StockCode").strip().toUpperCase(Locale.ROOT);
        double units = Double.parseDouble(row.getField("Quantity"));
        double price = Double.parseDouble(row.getField("UnitPrice"));
        if (NO_PRODUCTS.contains(sku) || sku.startsWith(VOUCHER) || price <= 0) {
            return;
        }
        Line line = new Line(LocalDate.parse(row.getField("InvoiceDate").substring(0, 10)), units, price, Double.NaN);
        String sale = String.join("|", sku, row.getField("CustomerID"), String.valueOf(Math.abs(units)), monday(line));
        if (units > 0 && !row.getField("InvoiceNo").startsWith("C")) {
            lines.computeIfAbsent(sku, each -> new ArrayList<>()).add(line);
            sold.computeIfAbsent(sale, each -> new ArrayDeque<>()).push(line);
        } else if (units < 0 && !sold.getOrDefault(sale, new ArrayDeque<>()).isEmpty()) {
            Line cancelled = sold.get(sale).pop();
            lines.get(sku).removeIf(each -> each == cancelled);
        }
    }

    private static String monday(Line line) {
        return line.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
    }

    private static void addDay(NamedCsvRecord row, Map<String, List<Line>> lines) {
        List<String> product = new ArrayList<>();
        String date = "";
        double units = 0;
        double price = 1;
        double stock = Double.NaN;
        for (String column : row.getHeader()) {
            String value = row.getField(column);
            switch (column.toLowerCase(Locale.ROOT)) {
                case "date" -> date = value.substring(0, 10);
                case "units", "sales", "quantity" -> units = Double.parseDouble(value);
                case "price" -> price = Double.parseDouble(value);
                case "stock" -> stock = value.isBlank() ? Double.NaN : Double.parseDouble(value);
                default -> product.add(value);
            }
        }
        lines.computeIfAbsent(String.join("/", product), each -> new ArrayList<>())
                .add(new Line(LocalDate.parse(date), units, price, stock));
    }

    private void add(List<Line> lines) {
        double[] sold = new double[weeks];
        double[] money = new double[weeks];
        double[] daysIn = new double[weeks];
        double[] days = new double[weeks];
        for (Line line : lines) {
            int week = Math.floorDiv((int) ChronoUnit.DAYS.between(first, line.day()), 7);
            if (week >= 0 && week < weeks) {
                sold[week] += Math.max(0, line.units());
                money[week] += Math.max(0, line.units()) * line.price();
                open[week] |= line.units() > 0;
                days[week] += Double.isNaN(line.stock()) ? 0 : 1;
                daysIn[week] += line.stock() > 0 || line.units() > 0 ? 1 : 0;
            }
        }
        units.add(sold);
        revenue.add(money);
        boolean known = Arrays.stream(days).sum() > 0;
        Arrays.setAll(daysIn, week -> daysIn[week] / days[week]); // 0/0: that week's stock is not known
        inStock.add(known ? daysIn : new double[0]);
    }

    int products() {
        return units.size();
    }

    int weeks() {
        return weeks;
    }

    /** What was known at the end of the week before the origin. */
    List<ProductWeeks> until(int origin) {
        List<ProductWeeks> products = new ArrayList<>();
        for (int product = 0; product < units.size(); product++) {
            double[] sold = Arrays.copyOf(units.get(product), origin);
            double[] stock = inStock.get(product);
            products.add(
                    stock.length == 0
                            ? ProductWeeks.withoutStock(sold, Arrays.copyOf(open, origin))
                            : ProductWeeks.withStock(sold, Arrays.copyOf(stock, origin)));
        }
        return products;
    }

    /**
     * A product's pattern by Syntetos, Boylan and Croston, of all weeks of the file before the
     * origin: those before its launch and those sold out count as weeks without demand, since a
     * file of sales does not tell them apart.
     */
    String pattern(int product, int origin) {
        double[] sold = units.get(product);
        double weeks = 0;
        double sales = 0;
        double sum = 0;
        double squares = 0;
        for (int week = 0; week < origin; week++) {
            weeks += open[week] ? 1 : 0;
            sales += sold[week] > 0 ? 1 : 0;
            sum += sold[week];
            squares += sold[week] * sold[week];
        }
        boolean steady = sales * squares < 1.49 * sum * sum;
        if (weeks < 1.32 * sales) {
            return steady ? "smooth" : "erratic";
        }
        return steady ? "intermittent" : "lumpy";
    }

    double[] revenue(int from, int to) {
        return revenue.stream().mapToDouble(each -> Arrays.stream(each, from, to).sum()).toArray();
    }

    /** Units from the origin on, for whole weeks in stock; NaN where known to be mostly out of it. */
    double sold(int product, int origin, int ahead) {
        double[] stock = inStock.get(product);
        double sum = 0;
        for (int week = origin; week < origin + ahead; week++) {
            double share = stock.length == 0 ? 1 : stock[week] >= .5 ? stock[week] : Double.NaN;
            sum += units.get(product)[week] / share;
        }
        return sum;
    }
}
