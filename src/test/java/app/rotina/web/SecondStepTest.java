package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.access.AppForTests;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An owner sets an app and a passkey up, and signs in with each, on a phone. */
@TestMethodOrder(OrderAnnotation.class)
class SecondStepTest {
    private static OwnerForTests owner;
    private static BrowserContext phone;
    private static Page page;
    private static String recovery = "";

    @BeforeAll
    static void start() {
        owner = new OwnerForTests();
        phone = owner.another(Locale.UK);
        page = phone.newPage();
    }

    @AfterAll
    static void stop() {
        phone.close();
        owner.close();
    }

    @Test
    @Order(1)
    void signsInWithTheCodeOfAnAppThatServesOnce() {
        signIn("a long enough one");
        assertThat(page.url()).endsWith("/s/" + OwnerForTests.STORE);
        open("/account");
        check();
        page.click("a[href='/account/app']");
        check();
        AppForTests app = new AppForTests(page.innerText("p.secret code"));
        page.fill("#code", "000000");
        page.click("main button.main");
        assertThat(page.locator(".note-error:visible").count()).isEqualTo(1);
        Instant now = Instant.now();
        page.fill("#code", app.code(now));
        page.click("main button.main");
        recovery = page.inputValue("#codes").split("\n", -1)[0];
        check();

        signOut();
        signIn("a long enough one");
        assertThat(page.url()).endsWith("/sign-in/code");
        check();
        page.fill("#code", app.code(now));
        page.click("main button.main");
        assertThat(page.locator(".note-error:visible").count())
                .as("a code serves once")
                .isEqualTo(1);
        page.fill("#code", app.code(now.plus(Duration.ofSeconds(30))));
        page.click("main button.main");
        assertThat(page.url()).endsWith("/s/" + OwnerForTests.STORE);
    }

    @Test
    @Order(2)
    void signsInWithARecoveryCodeOnce() {
        signOut();
        signIn("a long enough one");
        page.fill("#code", recovery);
        page.click("main button.main");
        assertThat(page.url()).endsWith("/s/" + OwnerForTests.STORE);
        signOut();
        signIn("a long enough one");
        page.fill("#code", recovery);
        page.click("main button.main");
        assertThat(page.locator(".note-error:visible").count()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void signsInWithAPasskeyAndNothingElse() {
        giveThePhoneAnAuthenticator();
        open("/sign-in");
        page.click("[data-passkey=use] button");
        page.waitForSelector("[data-passkey=use] .note-error:not([hidden])");

        signInWithANewCode();
        open("/account");
        page.fill("#passkey-name", "<b>Handy</b>");
        page.click("[data-passkey=make] button");
        page.waitForURL("**/account?done=passkey");
        assertThat(page.innerText("#second")).contains("<b>Handy</b>");
        check();

        signOut();
        page.click("[data-passkey=use] button");
        page.waitForURL("**/s/" + OwnerForTests.STORE);
        open("/account");
        assertThat(page.innerText("#second")).contains("last used");
    }

    @Test
    @Order(4)
    void closesOtherBrowsers() {
        open("/account");
        assertThat(page.locator("#browsers li").count()).isGreaterThan(1);
        assertThat(page.locator("#browsers .badge").count()).isEqualTo(1);
        page.click("form[action='/account/sessions/removal'] button");
        assertThat(page.locator("#browsers li").count()).isEqualTo(1);
        owner.page().navigate(owner.server().url("/account").toString());
        assertThat(owner.page().url()).endsWith("/sign-in");
    }

    private static void giveThePhoneAnAuthenticator() {
        CDPSession devices = phone.newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wanted = new JsonObject();
        wanted.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", wanted);
    }

    /** By a recovery code that the owner has made in the other browser. */
    private static void signInWithANewCode() {
        Page own = owner.page();
        own.navigate(owner.server().url("/account").toString());
        own.click("form[action='/account/codes'] button");
        String code = own.inputValue("#codes").split("\n", -1)[0];
        signIn("a long enough one");
        page.fill("#code", code);
        page.click("main button.main");
    }

    private static void signIn(String password) {
        open("/sign-in");
        page.fill("#email", "ana@example.org");
        page.fill("#password", password);
        page.click("main form button.main");
    }

    private static void signOut() {
        page.click(".account summary");
        page.click("form[action='/sign-out'] button");
    }

    private static void open(String path) {
        page.navigate(local(path));
    }

    /** A passkey needs a name of a host. */
    private static String local(String path) {
        return owner.server().url(path).toString().replace("127.0.0.1", "localhost");
    }

    private static void check() {
        assertThat(BrowserForTests.barriers(page)).as(page.url()).isEmpty();
        assertThat(BrowserForTests.overflow(page)).as(page.url()).isZero();
    }
}
