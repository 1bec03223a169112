package app.rotina.warehouse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.rotina.sources.Warning;
import app.rotina.warehouse.ImportReport.FileReport;
import app.rotina.warehouse.SourceLog.Source;
import app.rotina.warehouse.Uploads.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is odd about a file is told of the import, and stays told where its source is seen. */
class WarningsTest extends WithStore {
    private static final String ORDERS = "order_id,placed_at,status,customer_id";
    private static final String ITEMS = "line_id,order_id,sku,product_name,quantity,amount";

    @Test
    @DisplayName("6: mixed encodings are said, and the odd rows wait")
    void tellsOfMixedEncodings() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((ITEMS + "\n1,1,C,Cordão,1,5\n2,1,M,Maçã,1,5\n").getBytes(UTF_8));
        bytes.write("3,1,S,Sabão,1,5\n".getBytes(ISO_8859_1));
        Path file = Files.write(folder.resolve("mixed.csv"), bytes.toByteArray());

        ImportReport report = shop.take(List.of(new Upload(file, "mixed.csv", Instant.EPOCH)));

        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(warnings(report)).extracting(Warning::key).containsExactly("mixed_encoding");
        assertThat(kept()).isEqualTo(warnings(report));
    }

    @Test
    @DisplayName("7: damaged text is said; what a row holds is not kept with it")
    void tellsOfMojibake() {
        ImportReport report = shop.take(ITEMS, "1,1,C,CordÃ£o,1,5");

        assertThat(warnings(report)).containsExactly(warning("mojibake", "CordÃ£o"));
        assertThat(kept()).containsExactly(new Warning("mojibake_somewhere", List.of()));
        assertThat(shop.query("SELECT product_name FROM fact_line")).containsExactly("CordÃ£o");
    }

    /** Both are rows as they stand, which may be of people. */
    @Test
    void keepsOfAnotherTableAndOfATotalTheLineAlone() {
        ImportReport report =
                shop.take(
                        ORDERS,
                        "1,2026-03-02T10:00:00,approved,ana",
                        "Total: Ana Lima,2026-03-02T10:00:00,approved,ana",
                        "",
                        "order_id,name,town,mail",
                        "9,Ana Lima,Recife,ana@example.org");

        assertThat(warnings(report))
                .extracting(Warning::key)
                .containsExactly("total_row", "more_sections");
        assertThat(kept())
                .containsExactly(warning("total_row_at", "3"), warning("more_sections_at", "5"));
    }

    @Test
    void tellsOfColumnsThatAreNewOrGone() {
        assertThat(warnings(shop.take(ORDERS + ",shelf", "1,2026-03-02T10:00:00,approved,ana,A")))
                .isEmpty();

        ImportReport report =
                shop.take(
                        "order_id,placed_at,status,shelf,mood",
                        "2,2026-03-03T10:00:00,approved,A,good");

        assertThat(warnings(report))
                .containsExactly(
                        warning("columns_gone", "customer_id"), warning("columns_new", "mood"));
        assertThat(kept()).isEqualTo(warnings(report));
    }

    @Test
    void saysNothingOfAFileLikeTheOneBefore() {
        shop.take(ORDERS, "1,2026-03-02T10:00:00,approved,ana");
        shop.take("order_id,placed_at,status", "2,2026-03-03T10:00:00,approved");

        assertThat(warnings(shop.take(ORDERS, "3,2026-03-04T10:00:00,approved,bia"))).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void keepsThemWhenTheWarehouseIsBuiltAnew() {
        shop.take(ITEMS, "1,1,C,CordÃ£o,1,5");
        List<Warning> before = kept();

        shop.warehouse().imports().rebuild(shop.store());

        assertThat(kept()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void knowsTheSourceTheyAreOf() {
        shop.take(ORDERS, "1,2026-03-02T10:00:00,approved,ana");
        shop.take(ITEMS, "1,1,C,CordÃ£o,1,5");

        assertThat(shop.warehouse().sources().of("ipe"))
                .extracting(Source::delivery, one -> one.warnings().size())
                .containsExactlyInAnyOrder(tuple("rotina/orders", 0), tuple("rotina/items", 1));
    }

    private List<Warning> kept() {
        return shop.warehouse().sources().of("ipe").stream()
                .flatMap(source -> source.warnings().stream())
                .toList();
    }

    private static List<Warning> warnings(ImportReport report) {
        return report.files().stream().map(FileReport::warnings).flatMap(List::stream).toList();
    }

    private static Warning warning(String key, String argument) {
        return new Warning(key, List.of(argument));
    }
}
