package app.rotina.sync;

import app.rotina.sync.ApiForTests.Asked;
import app.rotina.sync.ApiForTests.Reply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Google Ads' stream of results as its documentation has it: a list of parts. */
final class GoogleAdsForTests implements ApiForTests.Platform {
    static final String DEVELOPER = "canary_developer_20c1";
    static final String MANAGER = "9998887776";
    private static final Pattern QUERY =
            Pattern.compile(
                    "SELECT .*segments\\.date.* FROM campaign WHERE segments\\.date BETWEEN '([-\\d]{10})' AND '([-\\d]{10})'");
    private static final int PART = 30;

    final AccountForTests account = new AccountForTests();
    int throttled;
    boolean ignoresRange;

    @Override
    public Map<String, String> form() {
        return Map.of(
                "grant_type", "refresh_token",
                "client_id", "a-client",
                "client_secret", "canary_client_77",
                "refresh_token", ApiForTests.SECRET + "-0");
    }

    @Override
    public String tokenPath() {
        return "/token";
    }

    @Override
    public boolean givesRefreshTokens() {
        return false;
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
        if (!DEVELOPER.equals(asked.headers().get("developer-token"))
                || !MANAGER.equals(asked.headers().get("login-customer-id"))) {
            return failed(403, "PERMISSION_DENIED");
        }
        if (throttled > 0) {
            throttled--;
            return failed(429, "RESOURCE_EXHAUSTED");
        }
        String path = "/v26/customers/" + AccountForTests.NUMBER + "/googleAds:searchStream";
        Matcher query = QUERY.matcher(query(asked.body()));
        if (!asked.path().equals(path) || !query.matches()) {
            return failed(400, "INVALID_ARGUMENT");
        }
        LocalDate from = LocalDate.parse(query.group(1));
        return Reply.of(
                parts(
                        account.rows(
                                ignoresRange ? from.minusDays(3) : from,
                                LocalDate.parse(query.group(2)))));
    }

    private static String query(String body) {
        return JsonMapper.shared().readTree(body).path("query").asString();
    }

    private static String parts(List<AccountForTests.Row> rows) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += PART) {
            parts.add(
                    "{\"results\":[%s],\"fieldMask\":\"campaign.id\",\"requestId\":\"r%d\"}"
                            .formatted(
                                    rows.subList(i, Math.min(rows.size(), i + PART)).stream()
                                            .map(GoogleAdsForTests::json)
                                            .collect(Collectors.joining(",")),
                                    i));
        }
        return "[" + String.join(",", parts) + "]";
    }

    private static Reply failed(int status, String word) {
        return AccountForTests.error(
                status,
                "[{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\"}}]"
                        .formatted(status, ApiForTests.SECRET, word));
    }

    private static String json(AccountForTests.Row row) {
        return """
        {"customer":{"resourceName":"customers/%1$s","id":"%1$s","currencyCode":"BRL"},\
        "campaign":{"resourceName":"customers/%1$s/campaigns/%2$s","id":"%2$s","name":"%3$s"},"segments":{"date":"%4$s"},\
        "metrics":{"costMicros":"%5$s","impressions":"100","clicks":"%6$d","conversions":1.3333333333333333,"conversionsValue":80.0}}\
        """
                .formatted(
                        AccountForTests.NUMBER,
                        row.id(),
                        row.name(),
                        row.day(),
                        row.spend().movePointRight(6).toBigIntegerExact(),
                        row.clicks());
    }
}
