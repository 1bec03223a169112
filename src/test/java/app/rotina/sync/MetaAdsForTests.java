package app.rotina.sync;

import app.rotina.kernel.Days;
import app.rotina.sync.ApiForTests.Asked;
import app.rotina.sync.ApiForTests.Reply;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Meta's Insights as its documentation has them: reports that are begun, made and then read,
 * cursors, and errors with numbers of their own.
 */
final class MetaAdsForTests implements ApiForTests.Platform {
    private static final Pattern RANGE =
            Pattern.compile("\\{\"since\":\"([-\\d]{10})\",\"until\":\"([-\\d]{10})\"}");
    private static final int PAGE = 40;
    private static final String ROOT = "/v26.0/";

    final AccountForTests account = new AccountForTests();
    int throttled;
    boolean expired;
    boolean ignoresRange;

    /** The most days that it makes a report of, and that it begins to. */
    int mostMade = 1_000;

    int mostAsked = 1_000;
    int skipped;

    /** What it says of the next report before that is ready. */
    final List<String> states = new ArrayList<>();

    final Map<String, Making> runs = new TreeMap<>();

    /** A report that is being made. */
    static final class Making {
        final Days days;
        final Deque<String> states = new ArrayDeque<>();
        boolean ready;

        Making(Days days) {
            this.days = days;
        }
    }

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
        if (asked.path().equals(ROOT + "act_" + AccountForTests.NUMBER + "/insights")) {
            return begun(asked);
        }
        String[] parts = asked.path().substring(ROOT.length()).split("/", 2);
        Making run = runs.get(parts[0]);
        if (run == null || !asked.method().equals("GET")) {
            return failed(100, "Unsupported request");
        }
        return parts.length == 1 ? state(parts[0], run) : page(run, asked);
    }

    /** A report is begun by what is asked for, and nothing else. */
    private Reply begun(Asked asked) {
        requireAsked(asked, "level", "campaign");
        requireAsked(asked, "time_increment", "1");
        requireAsked(asked, "use_unified_attribution_setting", "true");
        Matcher range = RANGE.matcher(asked.parameters().getOrDefault("time_range", ""));
        if (!range.matches() || !asked.method().equals("POST") || !asked.body().isEmpty()) {
            return failed(100, "Invalid parameter");
        }
        Making run =
                new Making(
                        new Days(LocalDate.parse(range.group(1)), LocalDate.parse(range.group(2))));
        if (run.days.count() > mostAsked) {
            return failed(100, "Please reduce the amount of data");
        }
        String number = Long.toString(6_023_920_149_050L + runs.size());
        runs.put(number, run);
        if (skipped > 0) {
            skipped--;
            run.states.add("Job Skipped 0");
        } else if (run.days.count() > mostMade) {
            run.states.add("Job Failed 0");
        } else {
            run.states.addAll(states);
            states.clear();
            run.states.add("Job Completed 100");
        }
        return Reply.of("{\"report_run_id\":\"" + number + "\"}");
    }

    /** Another state each time it is asked, until the last. */
    private static Reply state(String number, Making run) {
        String state = run.states.size() > 1 ? run.states.remove() : run.states.element();
        run.ready = state.equals("Job Completed 100");
        int blank = state.lastIndexOf(' ');
        return Reply.of(
                "{\"id\":\"%s\",\"async_status\":\"%s\",\"async_percent_completion\":%s}"
                        .formatted(number, state.substring(0, blank), state.substring(blank + 1)));
    }

    private static void requireAsked(Asked asked, String name, String value) {
        if (!value.equals(asked.parameters().get(name))) {
            throw new IllegalStateException("asked for something else: " + name);
        }
    }

    private Reply page(Making run, Asked asked) {
        if (!run.ready) {
            throw new IllegalStateException("read before it is ready");
        }
        requireAsked(asked, "limit", "200");
        LocalDate from = run.days.from();
        List<AccountForTests.Row> all =
                account.rows(ignoresRange ? from.minusDays(3) : from, run.days.to());
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
