package app.rotina.sync;

import app.rotina.sync.ApiForTests.Asked;
import app.rotina.sync.ApiForTests.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A service's page where owners agree, and its tokens: a code is good once, for who asked with the
 * proof and from where they asked; a refresh token, too. Its owner agrees at once.
 */
public final class ConsentForTests {
    static final String ID = "app-77";

    final String page;
    private final boolean basic;
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private int agreed;
    public boolean denies;
    boolean givesNothingLasting;
    String user = "55001";

    /**
     * @param basic true where an app shows who it is in a header, not in what it sends
     */
    ConsentForTests(String page, boolean basic) {
        this.page = page;
        this.basic = basic;
    }

    Reply authorise(Asked asked) {
        Map<String, String> said = asked.parameters();
        boolean right =
                ID.equals(said.get("client_id"))
                        && "code".equals(said.get("response_type"))
                        && "S256".equals(said.get("code_challenge_method"))
                        && said.getOrDefault("code_challenge", "").length() == 43
                        && said.getOrDefault("state", "").length() >= 40
                        && said.containsKey("redirect_uri");
        if (!right) {
            return new Reply(400, "{\"error\":\"invalid_request\"}", Map.of());
        }
        String state = "state=" + said.get("state");
        String code = ApiForTests.SECRET + "-code-" + ++agreed;
        codes.put(code, said);
        String back = denies ? "error=access_denied" : "code=" + code;
        return new Reply(
                302, "", Map.of("Location", said.get("redirect_uri") + "?" + back + "&" + state));
    }

    /** Whether what is sent gets tokens. */
    boolean takes(Map<String, String> form, Map<String, String> headers, String refresh) {
        if (!knows(form, headers)) {
            return false;
        }
        if ("refresh_token".equals(form.get("grant_type"))) {
            return refresh.equals(form.get("refresh_token"));
        }
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        return "authorization_code".equals(form.get("grant_type"))
                && asked != null
                && asked.getOrDefault("redirect_uri", "-").equals(form.get("redirect_uri"))
                && Consents.challenge(form.getOrDefault("code_verifier", ""))
                        .equals(asked.get("code_challenge"));
    }

    private boolean knows(Map<String, String> form, Map<String, String> headers) {
        if (!basic) {
            return ID.equals(form.get("client_id"))
                    && ApiForTests.SECRET.equals(form.get("client_secret"));
        }
        byte[] both = (ID + ":" + ApiForTests.SECRET).getBytes(StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(both))
                        .equals(headers.get("Authorization"))
                && !form.containsKey("client_secret");
    }

    /** What stands in an answer besides the access token. */
    String given(String refresh) {
        return ",\"user_id\":"
                + user
                + (givesNothingLasting ? "" : ",\"refresh_token\":\"" + refresh + "\"");
    }
}
