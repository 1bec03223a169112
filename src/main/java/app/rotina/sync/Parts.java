package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sync.Connector.Paging;
import app.rotina.sync.Connector.Stream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes records whole: lists that have to be asked for by themselves, and the further pages of
 * those that came in part.
 */
final class Parts {
    private static final String NODES = "nodes";

    /** Where a query for a record's part gives it. */
    private static final String LIST = "data.record.list";

    private static final Pattern PLACE = Pattern.compile("\\{([\\w.]+)}");

    private final Paging paging;
    private final String idField;
    private final Stream stream;
    private final Site site;

    Parts(Connector connector, Stream stream, Site site) {
        this.paging = connector.paging();
        this.idField = connector.idField();
        this.stream = stream;
        this.site = site;
    }

    /** Adds the record, whole; false where it is gone by now. */
    boolean add(JsonNode listed, String id, Batch batch) {
        String path = stream.besides().detail().path();
        JsonNode record =
                path.isEmpty()
                        ? listed
                        : site.one(
                                path.replace("{" + idField + "}", id),
                                stream.besides().detail().at());
        if (record.isMissingNode()) {
            return false;
        }
        batch.add(whole(record, id));
        return true;
    }

    private JsonNode whole(JsonNode record, String id) {
        if (record instanceof ObjectNode object) {
            stream.besides().embed().entrySet().stream()
                    .sorted(Comparator.comparingInt(each -> each.getKey().split("\\.", -1).length))
                    .forEach(each -> embed(object, each.getKey(), each.getValue(), id));
            stream.besides().also().forEach((field, path) -> also(object, field, path));
        }
        return stream.listing().isQuery() ? flat(record) : record;
    }

    /** A record names its parts; they are asked for where there are any. */
    private void embed(ObjectNode record, String field, String ask, String id) {
        int point = field.indexOf('.');
        if (point > 0) {
            JsonNode parts = record.path(field.substring(0, point));
            for (JsonNode part : parts.isObject() ? List.of(parts) : parts) {
                if (part instanceof ObjectNode within) {
                    embed(within, field.substring(point + 1), ask, part.path("id").asString(""));
                }
            }
            return;
        }
        JsonNode here = record.path(field);
        if (!stream.listing().isQuery()) {
            if (!here.isEmpty()) {
                record.set(field, all(record.arrayNode(), ask.replace("{id}", id)));
            }
        } else if (here instanceof ObjectNode part) {
            rest(part, ask, id);
        } else if (!here.isEmpty()) {
            record.set(field, Site.at(site.answer(ask, Map.of("id", id)), LIST));
        }
    }

    private void also(ObjectNode record, String field, String path) {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(path);
        while (place.find()) {
            String value = Site.at(record, place.group(1)).asString("");
            if (!value.matches("[\\w-]{1,60}")) {
                return;
            }
            place.appendReplacement(filled, value);
        }
        JsonNode got = site.one(place.appendTail(filled).toString(), "");
        if (!got.isMissingNode()) {
            record.set(field, got);
        }
    }

    /** Gives the records of a page, by id, what belongs to them in another list. */
    void join(Map<String, JsonNode> page) {
        stream.besides()
                .join()
                .ifPresent(join -> {
                    List<String> ids = List.copyOf(page.keySet());
                    for (int from = 0; from < ids.size(); from += join.most()) {
                        join(join, page, some(ids, from, join.most()));
                    }
                });
    }

    private static List<String> some(List<String> ids, int from, int most) {
        return ids.subList(from, Math.min(from + most, ids.size()));
    }

    private void join(Join join, Map<String, JsonNode> page, List<String> ids) {
        Map<String, Object> asked = new HashMap<>(join.params());
        asked.put(join.ids(), join.wanted(ids));
        for (JsonNode one : site.listed(join.path(), join.list(), asked).records()) {
            String id = Site.at(one, join.id()).asString("");
            if (page.get(id) instanceof ObjectNode record) {
                record.set(join.as(), one);
            }
        }
    }

    private ArrayNode all(ArrayNode parts, String path) {
        boolean more = true;
        for (int number = 1; more; number++) {
            Site.Page page =
                    site.listed(
                            path, "", Map.of(paging.size(), paging.most(), paging.page(), number));
            page.records().forEach(parts::add);
            more = page.more();
        }
        return parts;
    }

    /** Adds what is on the further pages of a list. */
    private void rest(ObjectNode part, String query, String id) {
        ArrayNode nodes = part.withArray(NODES);
        JsonNode turn = part.path("pageInfo");
        while (turn.path("hasNextPage").asBoolean(false)) {
            String after = turn.path("endCursor").asString("");
            JsonNode next = Site.at(site.answer(query, Map.of("id", id, "after", after)), LIST);
            next.path(NODES).forEach(nodes::add);
            turn = next.path("pageInfo");
            if (turn.path("endCursor").asString("").equals(after)) {
                throw new RotinaException(Problem.PULL_FILTER_IGNORED, "after", stream.name());
            }
        }
        part.remove("pageInfo");
    }

    private static boolean isMore(JsonNode list) {
        return list.path("pageInfo").path("hasNextPage").asBoolean(false);
    }

    /** A list with its pages' turns around it is the list; one that came in part is refused. */
    private JsonNode flat(JsonNode node) {
        if (isMore(node)) {
            throw new RotinaException(Problem.PULL_FILTER_IGNORED, NODES, stream.name());
        }
        if (node.isObject() && node.path(NODES).isArray()) {
            return flat(node.path(NODES));
        }
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, flat(list.get(i)));
            }
        }
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                object.set(name, flat(object.path(name)));
            }
        }
        return node;
    }
}
