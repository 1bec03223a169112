package app.rotina.sources.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of real shops and platforms, read without any layout. */
class RealExportsTest extends FileTest {
    private static final Path EXPORTS =
            Path.of(System.getenv().getOrDefault("ROTINA_SHARED_DATA", "../shared/data"));

    @ParameterizedTest
    @CsvSource({
        "exports/ga4/overview_multisection.csv, UTF-8, ',', 11, 2, 1",
        "exports/ga4/pages_and_screens.csv, UTF-8, ',', 11, 8, 2",
        "exports/google_ads/campaign_report_ptbr_title.csv, UTF-8, ',', 4, 6, 4",
        "exports/meta_ads/ads_manager_en_ad_level.csv, UTF-8, ',', 1, 9, 3",
        "exports/meta_ads/ads_manager_ptbr.csv, UTF-8, ',', 1, 6, 2",
        "exports/nuvemshop/vendas.csv, windows-1252, ;, 1, 24, 4",
        "exports/nuvemshop/clientes.csv, windows-1252, ;, 1, 14, 3",
        "exports/taobao/ExportOrderList_HEADER_gbk.csv, GB18030, ',', 1, 38, 0",
        "exports/taobao/qianchuan_video.csv, UTF-8, ',', 1, 6, 2",
        "exports/taobao/qianniu_campaign.csv, UTF-8, ',', 1, 13, 2",
        "exports/amazon/flat_file_all_orders.tsv, UTF-8, '\t', 1, 32, 1",
        "exports/shopee/affiliate_report.csv, UTF-8, ',', 1, 14, 1",
        "exports/shopify/abdullahyasir54.csv, UTF-8, ',', 1, 79, 115",
        "exports/shopify/okaaaaayyy.csv, UTF-8, ',', 1, 73, 57",
        "exports/paypal/activity_en_us.csv, UTF-8, ',', 1, 16, 3",
        "exports/paypal/activity_decimal_comma.csv, UTF-8, ',', 1, 15, 1",
        "cdnow/cdnow_customers_summary.csv, UTF-8, ',', 1, 4, 2357",
        "effect/california_prop99.csv, UTF-8, ;, 1, 4, 1209",
        "online_retail/online_retail_2010-12_2011-08.csv.gz, UTF-8, ',', 1, 8, 320705",
        "olist/orders.csv.gz, UTF-8, ',', 1, 8, 10000",
        "olist/order_items.csv.gz, UTF-8, ',', 1, 7, 11252",
        "fuzzy_factory/orders.csv.gz, UTF-8, ',', 1, 8, 32313",
    })
    void isReadWhole(
            String file, String encoding, char delimiter, int headerRow, int columns, long rows) {
        Path path = EXPORTS.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "no shared data at " + path);

        List<RawFile> files = RawFile.open(path, file, folder);
        Look look = files.getFirst().look(Layout.DETECT);
        Counting counting = new Counting();
        files.getFirst().read(Layout.DETECT, counting);

        assertThat(look.encoding().name()).isEqualTo(encoding);
        assertThat(look.delimiter()).isEqualTo(delimiter);
        assertThat(look.headerRow()).isEqualTo(headerRow);
        assertThat(look.header()).hasSize(columns);
        assertThat(counting.faults).isZero();
        assertThat(counting.count).isEqualTo(rows);
    }
}
