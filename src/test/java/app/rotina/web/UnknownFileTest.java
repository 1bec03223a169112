package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.state.StoreProfiles;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that nobody knows: asked about, previewed, named, saved, imported, known from then on. */
class UnknownFileTest {
    private static final String ERP =
            """
            Pedido;Emissão;Data;Situação;Código;Produto;Qtd;Preço;E-mail do cliente;Observação
            1;x;03/04/2026;Pago;B-1;Blusa <b>P</b>;2;1.050,00;a@example.org;
            2;x;05/04/2026;Em separação;S-1;Saia;1;80,50;b@example.org;x
            3;x;31/02/2026;Pago;S-1;Saia;1;80,50;b@example.org;x
            """;

    private static OwnerForTests owner;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        owner = new OwnerForTests();
    }

    @AfterAll
    static void stop() {
        if (owner != null) {
            owner.close();
        }
    }

    @Test
    void isReadAsItsOwnerSaysAndKnownFromThenOn() throws IOException {
        owner.addStore("erp");
        Page page = upload("erp", "relatorio.csv", ERP);
        assertThat(page.textContent(".unknown > .lead")).contains("new to Rotina");
        check(page);
        assertThat(page.textContent(".unknown .counted")).contains("1 of 3 rows");
        assertThat(page.textContent(".preview tbody"))
                .contains("Blusa <b>P</b>", "I do not know yet");

        Locator open = page.locator(".pair-line.open select");
        assertThat(open.count()).isEqualTo(1);
        open.selectOption("approved");
        PlaywrightAssertions.assertThat(page.locator(".pair-line.open")).hasCount(0);
        assertThat(page.textContent(".preview tbody")).doesNotContain("I do not know yet");
        check(page);

        page.fill("input[name=name]", "Meu ERP");
        page.click("button[name=save]");
        page.waitForSelector("table.rows td.main");
        assertThat(page.textContent("table.rows td.main")).isEqualTo("3");
        assertThat(page.textContent(".facts")).contains("R$2,180.50");
        check(page);

        page = upload("erp", "outro nome.csv", ERP);
        assertThat(page.textContent(".badge.met")).contains("Meu ERP · sales");
        check(page);
        assertThat(owner.complaints()).isEmpty();
    }

    @Test
    void showsWhatAnotherKindOrColumnWouldMean() throws IOException {
        Page page = upload(OwnerForTests.STORE, "relatorio.csv", ERP);

        page.selectOption("select[name=kind]", "orders");
        PlaywrightAssertions.assertThat(page.locator(".unknown > .lead"))
                .containsText("not enough of it");
        assertThat(page.locator("button[name=save]").count()).isZero();
        page.check("input[name='column.order_total'][value='Preço']");
        PlaywrightAssertions.assertThat(page.locator(".preview thead"))
                .containsText("Total of the order");
        assertThat(page.textContent(".preview tbody")).contains("R$1,050.00");
        check(page);
        assertThat(owner.complaints()).isEmpty();
    }

    @Test
    void worksWithoutJavaScript() throws IOException {
        owner.addStore("plain");
        String address =
                upload("plain", "pedidos.csv", "Pedido,Data,Total\n1,2026-04-05,1.234\n").url();
        try (BrowserContext plain = owner.browserWithoutScript()) {
            Page page = plain.newPage();
            page.navigate(address);
            assertThat(page.textContent(".counted")).contains("1 of 1 rows");
            page.check("input[name=numbers][value=comma]");
            page.click(".unknown button.no-script");
            assertThat(page.textContent(".counted")).contains("Its one row can");
            assertThat(page.textContent(".preview tbody")).contains("R$1,234.00");
            page.fill("input[name=name]", "绿叶");
            page.click("button[name=save]");
            page.waitForURL("**/import/*");
        }
        assertThat(owner.server().bean(StoreProfiles.class).list("plain"))
                .extracting(StoreProfiles.Kept::id)
                .containsExactly("lu-ye");
    }

    @Test
    void learnsTwoFilesOfOneImportBeforeItGoesOn() throws IOException {
        owner.addStore("two");
        Page page = owner.open("two", "/import");
        Path[] files = {
            Files.writeString(folder.resolve("relatorio.csv"), ERP),
            Files.writeString(
                    folder.resolve("saldo.csv"), "Dia;Cod;Saldo;Local\n05/04/2026;B-1;7;A\n")
        };
        page.setInputFiles("#files", files);
        page.waitForURL("**/import/*");
        check(page);
        Locator forms = page.locator("form[data-live]");
        assertThat(forms.count()).isEqualTo(2);

        forms.nth(1).locator("input[name='column.sku'][value='Cod']").check();
        PlaywrightAssertions.assertThat(forms.nth(1).locator(".counted"))
                .containsText("Its one row");
        forms.nth(1).locator("button[name=save]").click();
        PlaywrightAssertions.assertThat(forms).hasCount(1);
        assertThat(page.textContent(".badge.met")).contains("saldo · stock");
        assertThat(page.locator("form[action$='/start']").count()).isZero();
        forms.locator("button[name=save]").click();
        page.waitForSelector("table.rows td.main");

        assertThat(page.locator("table.rows td.main").allTextContents()).containsExactly("3", "1");
        assertThat(owner.complaints()).isEmpty();
    }

    @Test
    void asksWhatAKnownFileLeavesOpen() throws IOException {
        Page page = upload(OwnerForTests.STORE, "spend.csv", "day,spend\n2026-04-05,1.234\n");
        assertThat(page.textContent(".counted")).contains("1 of 1 rows");
        page.check("input[name=numbers][value=dot]");
        PlaywrightAssertions.assertThat(page.locator(".counted")).containsText("Its one row can");
        check(page);
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("table.rows td.main");
        assertThat(page.textContent(".facts")).contains("R$1.23");
    }

    @Test
    void isTakenOutChangedAndForgotten() throws IOException {
        owner.addStore("own");
        Page page = upload("own", "relatorio.csv", ERP);
        page.fill("input[name=name]", "Meu ERP");
        page.click("button[name=save]");
        page.waitForSelector("table.rows td.main");
        owner.open("own", "/settings").click("a[href$='/profiles']");
        check(page);
        assertThat(page.textContent(".profile-line")).contains("Meu ERP", "Ana Exemplo");
        Download file = page.waitForDownload(() -> page.click("a[download]"));
        assertThat(file.suggestedFilename()).isEqualTo("meu-erp.yaml");
        String yaml = Files.readString(file.path());

        page.click(".profile-line a");
        page.fill("#yaml", yaml.replace("need: value", "need: often"));
        page.click("form button.main");
        assertThat(page.textContent(".note-error"))
                .contains("line 8: files.sales.columns.order_id.need: “often” is none of");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.fill("#yaml", yaml.replace("Meu ERP", "Outro"));
        page.click("form button.main");
        assertThat(page.textContent("h1")).isEqualTo("Outro");
        page.click("form[action$='/removal'] button");
        assertThat(page.textContent(".card:not(.first-steps) .lead")).startsWith("None yet");
        page.click("summary:has-text('YAML')");
        page.fill("#yaml", yaml);
        page.click("form button.main");
        assertThat(page.textContent(".profile-line")).contains("Meu ERP");
        owner.complaints();
    }

    private Page upload(String store, String name, String text) throws IOException {
        Page page = owner.open(store, "/import");
        page.setInputFiles("#files", Files.writeString(folder.resolve(name), text));
        page.waitForURL("**/import/*");
        return page;
    }

    private static void check(Page page) {
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        assertThat(BrowserForTests.overflow(page)).isZero();
        assertThat(page.locator("main").innerText()).doesNotContain("sources.", "web.");
    }
}
