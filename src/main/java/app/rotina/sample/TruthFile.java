package app.rotina.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code truth.json}: what went wrong with the money it cost, and every measure of every day
 * and month, as they were added up while the files were written.
 */
final class TruthFile {
    private final LocalTimes times;
    private final ZoneId zone;
    private final JsonMapper json = JsonMapper.shared();

    TruthFile(LocalTimes times, ZoneId zone) {
        this.times = times;
        this.zone = zone;
    }

    void write(Path folder, ObjectNode truth) {
        try {
            Files.writeString(folder.resolve("truth.json"), json.writeValueAsString(truth));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ArrayNode incidents(Map<Incident, Ledger> losses) {
        ArrayNode all = json.createArrayNode();
        losses.forEach((incident, loss) -> all.add(incident(incident, loss)));
        return all;
    }

    ArrayNode days(Ledger ledger) {
        ArrayNode all = json.createArrayNode();
        for (int day = 0; day < times.days(); day++) {
            ObjectNode one = all.addObject().put("date", times.dateOf(day).toString());
            fill(one, ledger, day, day + 1);
        }
        return all;
    }

    ArrayNode months(Ledger ledger) {
        ArrayNode all = json.createArrayNode();
        for (int from = 0; from < times.days(); ) {
            int until = Math.min(times.days(), from + daysLeftInMonth(from));
            String month = times.dateOf(from).toString().substring(0, 7);
            fill(all.addObject().put("month", month), ledger, from, until);
            from = until;
        }
        return all;
    }

    ObjectNode total(Ledger ledger) {
        return fill(json.createObjectNode(), ledger, 0, times.days());
    }

    private ObjectNode incident(Incident incident, Ledger loss) {
        ObjectNode one =
                json.createObjectNode()
                        .put("id", incident.id())
                        .put("kind", incident.kind().name().toLowerCase(Locale.ROOT))
                        .put("from", date(incident.from()))
                        .put("to", date(incident.until() - 1))
                        .put("from_time", time(incident.from()))
                        .put("until_time", time(incident.until()))
                        .put("cause", incident.kind().cause)
                        .put("metric", incident.kind().metric);
        ObjectNode segment = one.putObject("segment");
        new TreeMap<>(incident.segment()).forEach(segment::put);
        ObjectNode lost = total(loss);
        one.put("money_lost", lost.path(incident.kind().money).asString())
                .put("money_metric", incident.kind().money)
                .set("lost", lost);
        ArrayNode days = one.putArray("days");
        for (int day = 0; day < times.days(); day++) {
            if (anything(loss, day)) {
                fill(
                        days.addObject().put("date", times.dateOf(day).toString()),
                        loss,
                        day,
                        day + 1);
            }
        }
        return one;
    }

    private static ObjectNode fill(ObjectNode node, Ledger ledger, int from, int until) {
        for (Measure measure : Measure.values()) {
            long sum = ledger.between(measure, from, until);
            if (measure.isMoney()) {
                node.put(measure.id(), amount(sum));
            } else {
                node.put(measure.id(), sum);
            }
        }
        long net =
                ledger.between(Measure.APPROVED_REVENUE, from, until)
                        - ledger.between(Measure.REFUNDS, from, until);
        long sessions =
                ledger.between(Measure.SITE_VISITS, from, until)
                        + ledger.between(Measure.CONVERSATIONS, from, until);
        long margin =
                ledger.between(Measure.PLACED_REVENUE, from, until)
                        - ledger.between(Measure.PLACED_COST, from, until);
        long cost = ledger.between(Measure.COST_OF_GOODS, from, until);
        return node.put("net_revenue", amount(net))
                .put("gross_margin", amount(net - cost))
                .put("placed_margin", amount(margin))
                .put("sessions", sessions);
    }

    private static boolean anything(Ledger ledger, int day) {
        for (Measure measure : Measure.values()) {
            if (ledger.on(measure, day) != 0) {
                return true;
            }
        }
        return false;
    }

    private int daysLeftInMonth(int day) {
        return times.dateOf(day).lengthOfMonth() - times.dateOf(day).getDayOfMonth() + 1;
    }

    private String date(long second) {
        return times.dateOf(times.dayOf(second)).toString();
    }

    private String time(long second) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochSecond(second).atZone(zone));
    }

    private static String amount(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
