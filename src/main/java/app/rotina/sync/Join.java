package app.rotina.sync;

import app.rotina.kernel.Definitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What of another list belongs to the records of a page, asked for by their ids.
 *
 * @param as the field it becomes; a record of which there is nothing lacks it
 * @param ids the parameter for the ids; where it ends in {@code []} it is said once for each
 * @param most how many ids may be asked for at once
 * @param list where the list stands in the answer; empty: the answer is the list
 * @param id where an element says whose it is
 */
record Join(
        String as,
        String path,
        Map<String, String> params,
        String ids,
        int most,
        String list,
        String id) {

    /** Empty where the stream says nothing of it. */
    static Optional<Join> of(JsonNode stream) {
        return Optional.ofNullable(stream.get("join")).map(Join::read);
    }

    private static Join read(JsonNode yaml) {
        return new Join(
                yaml.path("as").asString(),
                yaml.path("path").asString(),
                Definitions.texts(yaml.path("params")),
                yaml.path("ids").asString(),
                yaml.path("most").asInt(),
                yaml.path("list").asString(""),
                yaml.path("id").asString());
    }

    /** The ids as they are asked for. */
    Object wanted(List<String> some) {
        return wanted(ids, some);
    }

    static Object wanted(String parameter, List<String> ids) {
        return parameter.endsWith("[]") ? ids : String.join(",", ids);
    }
}
