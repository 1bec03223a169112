package app.rotina.web;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Store;
import app.rotina.sample.SampleStore;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * An owner with one Brazilian shop, signed in on a phone; what the browser complains about is kept.
 */
final class OwnerForTests implements AutoCloseable {
    static final String STORE = "loja";

    private final ServerForTests server = new ServerForTests();
    private final BrowserForTests browser = new BrowserForTests();
    private final BrowserContext phone = browser.phone(Locale.UK);
    private final Page page = phone.newPage();
    private final List<String> complaints = new ArrayList<>();

    OwnerForTests() {
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate(
                server.url("/start?token=" + server.server().firstRunToken().orElseThrow())
                        .toString());
        page.fill("#name", "Ana Exemplo");
        page.fill("#email", "ana@example.org");
        page.fill("#password", "a long enough one");
        page.click("main button.main");
        addStore(STORE);
    }

    Store addStore(String id) {
        return server.bean(Stores.class).add(StateForTests.store(id));
    }

    /** Fills a store with a small sample until yesterday. */
    void fillWithSample(String store, long orders) {
        String address = "/api/stores/" + store;
        LocalDate end = LocalDate.now(SampleStore.STORE.zone()).minusDays(1);
        String wanted = "{\"orders\": %d, \"seed\": 1, \"end\": \"%s\"}".formatted(orders, end);
        String job =
                JsonMapper.shared()
                        .readTree(
                                server.call(
                                                "POST",
                                                address + "/samples",
                                                server.ownerToken(),
                                                wanted)
                                        .body())
                        .path("id")
                        .asString();
        while (!state(address + "/imports/" + job).equals("done")) {
            page.waitForTimeout(200);
        }
    }

    private String state(String job) {
        String answer = server.call("GET", job, server.ownerToken()).body();
        String state = JsonMapper.shared().readTree(answer).path("state").asString();
        if (state.equals("failed")) {
            throw new IllegalStateException(answer);
        }
        return state;
    }

    ServerForTests server() {
        return server;
    }

    Page page() {
        return page;
    }

    /** Opens a page of a store. */
    Page open(String store, String path) {
        page.navigate(server.url("/s/" + store + path).toString());
        return page;
    }

    /** The phone of somebody who has not signed in. */
    BrowserContext another(Locale locale) {
        return browser.phone(locale);
    }

    BrowserContext browserWithoutScript() {
        return browser.withoutScript(phone);
    }

    /** What the browser said on its console since the last time. */
    List<String> complaints() {
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    @Override
    public void close() {
        phone.close();
        browser.close();
        server.close();
    }
}
