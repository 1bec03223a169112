package app.rotina.sync;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One answer with figures by day, whose rows get the names of their values where they have none,
 * and what was said of all of them.
 */
record Table(Report report, JsonNode answer) {

    /** Empty where it is not said. */
    String total() {
        String place = report.turn().total();
        return place.isEmpty() ? "" : Site.at(answer, place).asString("0");
    }

    /** What the next page is asked for by; empty: it was not said. */
    String after() {
        String place = report.turn().after();
        return place.isEmpty() ? "" : Site.at(answer, place).asString("");
    }

    /**
     * True where there is another page.
     *
     * @param read how many rows came so far
     */
    boolean isFollowed(int read) {
        if (!report.turn().parameter().isEmpty()) {
            return !Site.at(answer, report.turn().more()).asString("").isEmpty();
        }
        String total = total();
        return total.matches("\\d{1,9}") && read < Integer.parseInt(total);
    }

    List<ObjectNode> rows(Site site) {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode part : answer.isArray() ? answer : List.of(answer)) {
            for (JsonNode row : Site.at(part, report.rows())) {
                ObjectNode named = report.table().names().isEmpty() ? copy(row) : named(row);
                report.with().forEach((name, text) -> named.put(name, site.filled(text)));
                report.beside().forEach((name, place) -> named.set(name, Site.at(answer, place)));
                rows.add(named);
            }
        }
        return rows;
    }

    private static ObjectNode copy(JsonNode row) {
        ObjectNode copy = JsonMapper.shared().createObjectNode();
        row.properties().forEach(each -> copy.set(each.getKey(), each.getValue()));
        return copy;
    }

    private ObjectNode named(JsonNode row) {
        ObjectNode named = JsonMapper.shared().createObjectNode();
        for (int list = 0; list < report.table().names().size(); list++) {
            JsonNode names = Site.at(answer, report.table().names().get(list));
            JsonNode values = Site.at(row, report.table().values().get(list));
            for (int i = 0; i < names.size(); i++) {
                named.set(names.path(i).path("name").asString(), values.path(i).path("value"));
            }
        }
        return named;
    }
}
