package app.rotina.sync;

import app.rotina.sync.ApiForTests.Reply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An invented account of ads, whose days its platform restates; platforms only show it. */
final class AccountForTests {
    static final String NUMBER = "1112223334";

    final Map<LocalDate, Map<String, Row>> days = new TreeMap<>();

    /** What a campaign did on a day. */
    record Row(LocalDate day, String id, String name, BigDecimal spend, int clicks) {}

    synchronized void put(LocalDate day, String id, String name, String spend) {
        days.computeIfAbsent(day, any -> new TreeMap<>())
                .put(id, new Row(day, id, name, new BigDecimal(spend), 7));
    }

    synchronized void remove(LocalDate day, String id) {
        days.getOrDefault(day, new TreeMap<>()).remove(id);
    }

    synchronized void rename(String id, String name) {
        days.values()
                .forEach(rows ->
                        rows.computeIfPresent(
                                id,
                                (any, row) ->
                                        new Row(row.day(), id, name, row.spend(), row.clicks())));
    }

    synchronized List<Row> rows(LocalDate from, LocalDate to) {
        List<Row> rows = new ArrayList<>();
        days.forEach((day, all) -> {
            if (!day.isBefore(from) && !day.isAfter(to)) {
                rows.addAll(all.values());
            }
        });
        return rows;
    }

    synchronized BigDecimal spend() {
        return days.values().stream()
                .flatMap(rows -> rows.values().stream())
                .map(Row::spend)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Reply error(int status, String body) {
        return new Reply(status, body, Map.of());
    }
}
