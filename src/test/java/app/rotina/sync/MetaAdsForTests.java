package app.rotina.sync;

import app.rotina.sync.ApiForTests.Asked;
import app.rotina.sync.ApiForTests.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Meta's Insights as its documentation has them: cursors, and errors with numbers of their own. */
final class MetaAdsForTests implements ApiForTests.Platform {
    private static final Pattern RANGE =
            Pattern.compile("\\{\"since\":\"([-\\d]{10})\",\"until\":\"([-\\d]{10})\"}");
    private static final int PAGE = 40;

    final AccountForTests account = new AccountForTests();
    int throttled;
    boolean expired;
    boolean ignoresRange;

    @Override
    public Optional<String> token() {
        return Optional.of(ApiForTests.SECRET);
    }

    @Override
    public Map<String, String> form() {
        return Map.of();
    }

    @Override
    public String tokenPath() {
        return "";
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
        if (expired) {
            return failed(190, "Session of " + ApiForTests.SECRET + " has expired");
        }
        if (throttled > 0) {
            throttled--;
            return failed(80000, "There have been too many calls");
        }
        if (!asked.path().equals("/v26.0/act_" + AccountForTests.NUMBER + "/insights")) {
            return failed(100, "Unsupported get request");
        }
        requireAsked(asked, "level", "campaign");
        requireAsked(asked, "time_increment", "1");
        requireAsked(asked, "use_unified_attribution_setting", "true");
        return page(asked);
    }

    private static void requireAsked(Asked asked, String name, String value) {
        if (!value.equals(asked.parameters().get(name))) {
            throw new IllegalStateException("asked for something else: " + name);
        }
    }

    private Reply page(Asked asked) {
        Matcher range = RANGE.matcher(asked.parameters().getOrDefault("time_range", ""));
        if (!range.matches()) {
            return failed(100, "Invalid parameter");
        }
        LocalDate from = LocalDate.parse(range.group(1));
        List<AccountForTests.Row> all =
                account.rows(
                        ignoresRange ? from.minusDays(3) : from, LocalDate.parse(range.group(2)));
        int start = Integer.parseInt(asked.parameters().getOrDefault("after", "0"));
        int end = Math.min(all.size(), start + PAGE);
        String rows =
                all.subList(start, end).stream()
                        .map(MetaAdsForTests::json)
                        .collect(Collectors.joining(","));
        String next = end < all.size() ? ",\"next\":\"https://graph.invalid/next\"" : "";
        return Reply.of(
                "{\"data\":[%s],\"paging\":{\"cursors\":{\"before\":\"%d\",\"after\":\"%d\"}%s}}"
                        .formatted(rows, start, end, next));
    }

    private static Reply failed(int code, String message) {
        return AccountForTests.error(
                400,
                "{\"error\":{\"message\":\"%s\",\"type\":\"OAuthException\",\"code\":%d}}"
                        .formatted(message, code));
    }

    private static String json(AccountForTests.Row row) {
        return """
        {"account_id":"%s","account_currency":"BRL","campaign_id":"%s","campaign_name":"%s","spend":"%s","impressions":"100",\
        "inline_link_clicks":"%d","actions":[{"action_type":"omni_purchase","value":"2"},{"action_type":"purchase","value":"2"}],\
        "date_start":"%s","date_stop":"%6$s"}\
        """
                .formatted(
                        AccountForTests.NUMBER,
                        row.id(),
                        row.name(),
                        row.spend(),
                        row.clicks(),
                        row.day());
    }
}
