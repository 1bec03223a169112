package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What an answer in GraphQL says besides its data: errors, also where its status is fine, and what
 * asking cost.
 */
record Said(JsonNode body) {
    private static final String THROTTLED = "THROTTLED";
    private static final String DENIED = "ACCESS_DENIED";
    private static final Set<String> REFUSALS =
            Set.of("FORBIDDEN", "UNAUTHENTICATED", "UNAUTHORIZED", DENIED);
    private static final Pattern CODE = Pattern.compile("[A-Za-z_]{1,60}");
    private static final Pattern QUOTED = Pattern.compile("[\"'`]([A-Za-z_]\\w{0,60})[\"'`]");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    boolean isThrottled() {
        for (JsonNode error : body.path("errors")) {
            if (code(error).equals(THROTTLED)) {
                return true;
            }
        }
        return false;
    }

    /** Until there is budget for the same question again. */
    Duration rest() {
        JsonNode cost = body.path("extensions").path("cost");
        JsonNode bucket = cost.path("throttleStatus");
        BigDecimal rate = number(bucket.path("restoreRate"));
        if (rate.signum() <= 0) {
            return Duration.ZERO;
        }
        BigDecimal lacks =
                number(cost.path("requestedQueryCost"))
                        .min(number(bucket.path("maximumAvailable")))
                        .subtract(number(bucket.path("currentlyAvailable")));
        return lacks.signum() <= 0
                ? Duration.ZERO
                : Duration.ofMillis(
                        lacks.movePointRight(3).divide(rate, 0, RoundingMode.CEILING).longValue());
    }

    /**
     * Refuses an answer with errors. Of what they say only a code is told, and words of our own.
     *
     * @param mayLack fields that may be kept from us
     */
    void require(Question question, Set<String> mayLack) {
        JsonNode errors = body.path("errors");
        for (JsonNode error : errors) {
            String code = code(error);
            if (code.equals(DENIED) && mayLack.contains(field(error))) {
                continue;
            }
            if (REFUSALS.contains(code)) {
                throw new RotinaException(Problem.PULL_REFUSED, question.host(), code);
            }
            throw told(question, code + own(error, question.body()));
        }
        if (errors.isString()) {
            throw told(question, "–");
        }
    }

    static RotinaException told(Question question, String words) {
        return new RotinaException(Problem.PULL_QUESTION, question.host(), words);
    }

    private static String code(JsonNode error) {
        String code = error.path("extensions").path("code").asString("");
        return CODE.matcher(code).matches() ? code : "–";
    }

    private static String field(JsonNode error) {
        JsonNode path = error.path("path");
        return path.path(path.size() - 1).asString("");
    }

    /** The words in quotes that stand in our question, too. */
    private static String own(JsonNode error, String asked) {
        Set<String> ours = new LinkedHashSet<>();
        NAME.matcher(asked).results().forEach(name -> ours.add(name.group()));
        StringBuilder own = new StringBuilder();
        Matcher quoted = QUOTED.matcher(error.path("message").asString(""));
        while (quoted.find()) {
            if (ours.contains(quoted.group(1))) {
                own.append(", ").append(quoted.group(1));
            }
        }
        return own.toString();
    }

    private static BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
    }
}
